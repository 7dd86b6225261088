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
    void openModel(const QString& name) { Q_EMIT modelOpened(name); }
    void missModel(const std::string& sentence) { Q_EMIT modelMissing(Error{ErrorCode::NotFound, sentence}); }

    int prepared = 0;
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
    void exportTarget(QWidget*, const ui::ExportTarget& suggestion,
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
    int editsAsked = 0;
    std::optional<ui::EditsChoice> edits;
};

} // namespace longhand::test
