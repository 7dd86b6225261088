#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "longhand/app/transcription_service.h"
#include "ui/prompts.h"

namespace longhand::test
{

/// Reads nothing by itself: the test says when a page starts, finishes or fails.
class FakeTranscription final : public app::TranscriptionService
{
    Q_OBJECT
public:
    void prepare() override { ++prepared; }
    void enqueue(int id, const app::PictureSource& source) override
    {
        waiting.push_back(id);
        sources.push_back(source);
    }
    void cancel(int id) override { std::erase(waiting, id); }
    void readLines(int request, const app::PictureSource& source, const app::LineShapes& shapes) override
    {
        lineRequests.push_back({request, source, shapes});
    }
    void cancelLines(int request) override
    {
        std::erase_if(lineRequests, [request](const LineRequest& waiting) { return waiting.id == request; });
    }

    void start(int id) { Q_EMIT pageStarted(id); }
    void progress(int id, int done, int total) { Q_EMIT progressed(id, done, total); }
    void finish(int id, const formats::Page& page)
    {
        std::erase(waiting, id);
        Q_EMIT pageFinished(id, page);
    }
    void fail(int id, const std::string& sentence)
    {
        std::erase(waiting, id);
        Q_EMIT pageFailed(id, Error{ErrorCode::Damaged, sentence});
    }
    /// Answers the oldest request for lines with these texts, and the shapes that were asked for.
    void answerLines(const std::vector<std::string>& texts)
    {
        const LineRequest request = lineRequests.front();
        lineRequests.erase(lineRequests.begin());
        std::vector<formats::Line> lines;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const app::LineShape& shape = request.shapes.lines.at(i);
            formats::Line& line = lines.emplace_back();
            line.text = texts[i];
            line.confidence = 0.9;
            line.outline = shape.outline;
            line.baseline = shape.baseline;
            if (shape.outline.empty())
                for (const double edge : {-20.0, 8.0})
                    for (const std::size_t end : {std::size_t{0}, shape.baseline.size() - 1})
                        line.outline.push_back(
                            {shape.baseline[edge < 0 ? end : shape.baseline.size() - 1 - end].x,
                             shape.baseline[edge < 0 ? end : shape.baseline.size() - 1 - end].y + edge});
        }
        Q_EMIT linesRead(request.id, lines);
    }
    void failLines(const std::string& sentence)
    {
        const int id = lineRequests.front().id;
        lineRequests.erase(lineRequests.begin());
        Q_EMIT linesFailed(id, Error{ErrorCode::Damaged, sentence});
    }
    void openModel(const QString& name) { Q_EMIT modelOpened(name); }
    void missModel(const std::string& sentence) { Q_EMIT modelMissing(Error{ErrorCode::NotFound, sentence}); }

    struct LineRequest {
        int id;
        app::PictureSource source;
        app::LineShapes shapes;
    };

    int prepared = 0;
    std::vector<LineRequest> lineRequests;
    std::vector<int> waiting;
    std::vector<app::PictureSource> sources;
};

/// Answers at once with what the test has laid ready; without an answer the question counts as dismissed.
class FakePrompts final : public ui::Prompts
{
public:
    void openPictures(QWidget*, const QString&, std::function<void(QStringList)> opened) override
    {
        if (pictures)
            opened(*pictures);
    }
    void exportTarget(QWidget*, const ui::ExportSuggestion& suggestion,
                      std::function<void(ui::ExportTarget)> chosen) override
    {
        suggested = suggestion;
        if (target)
            chosen(*target);
    }
    void replaceFiles(QWidget*, const QStringList& files, std::function<void()> replace) override
    {
        replaceAsked = files;
        if (mayReplace)
            replace();
    }
    void openProject(QWidget*, const QString&, std::function<void(QString)> opened) override
    {
        if (project)
            opened(*project);
    }
    void saveProject(QWidget*, const QString& suggestion, std::function<void(QString)> chosen) override
    {
        suggestedProject = suggestion;
        if (project)
            chosen(*project);
    }
    void locatePicture(QWidget*, const QString& name, std::function<void(QString)> located) override
    {
        missingPicture = name;
        if (locatedPicture)
            located(*locatedPicture);
    }
    void unsavedEdits(QWidget*, const QString&, std::function<void(ui::EditsChoice)> chosen) override
    {
        ++editsAsked;
        if (edits)
            chosen(*edits);
    }

    std::optional<QStringList> pictures;
    std::optional<ui::ExportTarget> suggested;
    std::optional<ui::ExportTarget> target;
    QStringList replaceAsked;
    bool mayReplace = false;
    std::optional<QString> project; ///< to open, or to save as
    QString suggestedProject;
    QString missingPicture;
    std::optional<QString> locatedPicture;
    int editsAsked = 0;
    std::optional<ui::EditsChoice> edits;
};

} // namespace longhand::test
