#pragma once

#include <memory>

#include <QObject>
#include <QPointer>

#include "ui/editor_tools.h"
#include "ui/first_steps.h"
#include "ui/page_printer.h"
#include "ui/preferences.h"
#include "ui/shortcuts.h"

class QDialog;

namespace longhand::ui
{

class ChangedPictures;
class Document;
class Exporter;
class Notice;
class PageProperties;
class ProfileOffer;
struct Services;

/// What stands around the pages: settings, shortcuts, printing, the first steps, what is said about a page as a whole,
/// and the tools of the editor.
class WindowTools : public QObject
{
    Q_OBJECT
public:
    /// The parts but for the preferences, which are its own. All outlive this object.
    struct Parts {
        QMainWindow& window;
        Session& session;
        PageList& list;
        PageView& view;
        PagePanel& panel;
        Document& document;
        Notice& notice;
        Exporter& exporter;
        const Services& services;
    };

    explicit WindowTools(const Parts& parts);
    /// Before the window: takes its widgets along.
    ~WindowTools() override;

    /// Gives every action its keys; call when all are there.
    void adoptActions() { m_shortcuts.adopt(); }
    /// At the start of the program, when nothing was named to open: true when the sample page should be opened.
    bool begin() { return m_firstSteps->begin(); }
    [[nodiscard]] Preferences& preferences() { return m_preferences; }
    [[nodiscard]] EditorTools& editor() { return *m_editor; }

Q_SIGNALS:
    void remarked(const QString& sentence);

private:
    void makeActions();
    void watchFirstSteps();
    void openSettings();
    void openShortcutSheet();
    void openAbout();
    void askForPrinter();
    [[nodiscard]] std::vector<PrintedPage> printedPages(const std::vector<int>& ids) const;
    [[nodiscard]] std::vector<int> readPages() const;

    Parts m_parts;
    Preferences m_preferences;
    Shortcuts m_shortcuts;
    PagePrinter m_printer;
    std::unique_ptr<EditorTools> m_editor;
    std::unique_ptr<PageProperties> m_properties;
    std::unique_ptr<ProfileOffer> m_profiles; ///< null: nothing is learnt
    std::unique_ptr<ChangedPictures> m_changed;
    FirstSteps* m_firstSteps; // owned by the window (Qt parent)
    QPointer<QDialog> m_settings;
    QPointer<QDialog> m_sheet;
};

} // namespace longhand::ui
