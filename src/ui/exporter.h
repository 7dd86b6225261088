#pragma once

#include <functional>
#include <map>
#include <vector>

#include <QObject>
#include <QSettings>

#include "longhand/app/document_writer.h"
#include "ui/page_model.h"
#include "ui/prompts.h"

namespace longhand::ui
{

/// From "Export…" to files on disk: asks for the name, asks before replacing, writes in the background, and marks the
/// edits of what was written as saved.
class Exporter : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object. `window` is what questions are shown over.
    Exporter(PageModel& pages, app::DocumentWriter& writer, Prompts& prompts, QSettings& settings, QWidget& window);

    /// Pages that are not read yet are left out. Without any that is, nothing happens.
    void exportPages(const std::vector<int>& ids);
    /// Asked for the ids of the pages that are selected in the list, as another choice of the dialog.
    void setSelection(std::function<std::vector<int>()> selection) { m_selection = std::move(selection); }
    void setModelName(const QString& name) { m_modelName = name; }

Q_SIGNALS:
    void exported(const QStringList& files);
    void failed(const QString& sentence);

private:
    [[nodiscard]] ExportSuggestion suggestion(const std::vector<int>& ids) const;
    [[nodiscard]] std::vector<ExportSuggestion::Choice> choices(const std::vector<int>& ids) const;
    /// The pages as they stand now, put together when it is called, on any thread.
    [[nodiscard]] std::function<formats::Document()> documentOf(const std::vector<int>& ids) const;
    void write(const std::vector<int>& ids, const ExportTarget& target);
    /// For the next export. Only once the files are written: settings go to the same disk, and would wait for them.
    void remember(const ExportTarget& target);

    PageModel& m_pages;
    app::DocumentWriter& m_writer;
    Prompts& m_prompts;
    QSettings& m_settings;
    QWidget& m_window;
    QString m_modelName;
    std::function<std::vector<int>()> m_selection;
    std::map<int, ExportTarget> m_running; ///< by job
    int m_nextJob = 1;
};

} // namespace longhand::ui
