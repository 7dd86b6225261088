#include "ui/window_tools.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QDir>
#include <QItemSelectionModel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QRadioButton>
#include <QStandardPaths>

#include "longhand/app/learning_overview.h"
#include "longhand/app/models.h"
#include "ui/actions.h"
#include "ui/changed_pictures.h"
#include "ui/document.h"
#include "ui/exporter.h"
#include "ui/main_window.h"
#include "ui/page_list.h"
#include "ui/page_panel.h"
#include "ui/page_properties.h"
#include "ui/profile_offer.h"
#include "ui/session.h"
#include "ui/settings_dialog.h"
#include "ui/shortcut_sheet.h"
#include "ui/text_pane.h"

namespace longhand::ui
{

WindowTools::WindowTools(const Parts& parts)
    : m_parts(parts), m_preferences(parts.services.settings), m_shortcuts(parts.window, parts.services.settings),
      m_editor(std::make_unique<EditorTools>(EditorParts{parts.window, parts.session, parts.list, parts.view,
                                                         parts.panel, parts.services.transcription,
                                                         parts.services.loader, m_preferences})),
      m_properties(std::make_unique<PageProperties>(
          PageProperties::Parts{parts.window, parts.session, parts.list, parts.services.feedback,
                                parts.services.learning ? parts.services.learning->library : std::filesystem::path()})),
      m_changed(std::make_unique<ChangedPictures>(ChangedPictures::Parts{
          parts.window, parts.session, parts.document, parts.list, parts.panel, parts.notice, parts.services.prompts})),
      m_firstSteps(new FirstSteps(parts.services.settings))
{
    if (parts.services.chooseProfile)
        m_profiles =
            std::make_unique<ProfileOffer>(ProfileOffer::Parts{parts.session, parts.list, parts.panel, parts.document,
                                                               parts.services.settings, parts.services.chooseProfile});
    if (auto* column = qobject_cast<QBoxLayout*>(m_parts.window.centralWidget()->layout()))
        column->insertWidget(0, m_firstSteps);
    makeActions();
    watchFirstSteps();
    connect(m_editor.get(), &EditorTools::remarked, this, &WindowTools::remarked);
    m_parts.exporter.setSelection([this] {
        std::vector<int> ids;
        const auto rows = m_parts.list.selectionModel()->selectedRows();
        for (const QModelIndex& row : rows)
            ids.push_back(row.data(PageModel::IdRole).toInt());
        return ids;
    });
    connect(&m_preferences, &Preferences::changed, this, [this] {
        // The menu has the same switch.
        if (auto* collect = m_parts.window.findChild<QAction*>(QStringLiteral("collectAction")))
            collect->setChecked(m_preferences.learning());
    });
    if (m_parts.services.chooseReading) {
        const auto choose = [this] { m_parts.services.chooseReading(m_preferences.reading()); };
        connect(&m_preferences, &Preferences::changed, this,
                [this, choose, before = m_preferences.reading()]() mutable {
                    if (before != m_preferences.reading()) {
                        before = m_preferences.reading();
                        choose();
                    }
                });
        choose();
    }
}

WindowTools::~WindowTools()
{
    m_parts.exporter.setSelection({});
    delete m_settings;
    delete m_sheet;
    delete m_firstSteps;
}

void WindowTools::makeActions()
{
    QMenuBar& bar = *m_parts.window.menuBar();
    const auto add = [this](QMenu* menu, QAction* before, const char* name, const QString& title,
                            const QList<QKeySequence>& keys, void (WindowTools::*run)()) {
        QAction* action = makeAction(m_parts.window, name, {}, title, keys);
        connect(action, &QAction::triggered, this, run);
        menu->insertAction(before, action);
        return action;
    };
    auto* file = bar.findChild<QMenu*>(QStringLiteral("fileMenu"));
    auto* edit = bar.findChild<QMenu*>(QStringLiteral("editMenu"));
    QAction* quit = file->actions().last();
    add(file, quit, "printAction", tr("&Print…"), {QKeySequence::Print}, &WindowTools::askForPrinter);
    file->insertSeparator(quit);
    edit->addSeparator();
    QAction* settings = add(edit, nullptr, "settingsAction", tr("&Settings…"), {QKeySequence(tr("Ctrl+,"))},
                            &WindowTools::openSettings);
    settings->setMenuRole(QAction::PreferencesRole);
    QMenu* help = bar.findChild<QMenu*>(QStringLiteral("helpMenu"));
    if (!help) {
        help = bar.addMenu(tr("&Help"));
        help->setObjectName(QStringLiteral("helpMenu"));
        help->setAccessibleName(tr("Help"));
    }
    // A question mark in a text is one: the editor takes the key before the window does.
    add(help, nullptr, "shortcutsAction", tr("&Keyboard Shortcuts"),
        {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}, &WindowTools::openShortcutSheet);
    help->addSeparator();
    add(help, nullptr, "aboutAction", tr("&About Longhand"), {}, &WindowTools::openAbout)
        ->setMenuRole(QAction::AboutRole);
    connect(&m_printer, &PagePrinter::printed, this,
            [this](int pages) { Q_EMIT remarked(tr("Printed %n pages.", nullptr, pages)); });
    connect(&m_printer, &PagePrinter::failed, this,
            [this](const Error& error) { Q_EMIT remarked(QString::fromStdString(error.detail)); });
}

void WindowTools::watchFirstSteps()
{
    connect(&m_parts.session, &Session::pageChanged, m_firstSteps, [this](int id) {
        const PageItem* page = m_parts.session.pages().find(id);
        if (page && page->text)
            m_firstSteps->done(FirstSteps::Step::Read);
        if (page && page->hasUnsavedEdits())
            m_firstSteps->done(FirstSteps::Step::Correct);
    });
    connect(&m_parts.panel.text(), &QPlainTextEdit::textChanged, m_firstSteps, [this] {
        const PageItem* page = m_parts.session.pages().find(m_parts.list.currentPage());
        if (page && page->hasUnsavedEdits())
            m_firstSteps->done(FirstSteps::Step::Correct);
    });
    connect(&m_parts.exporter, &Exporter::exported, m_firstSteps,
            [this] { m_firstSteps->done(FirstSteps::Step::Export); });
}

void WindowTools::openSettings()
{
    if (!m_settings) {
        QList<std::pair<QString, QString>> models;
        for (const auto& file : app::listModels())
            models.append({QString::fromStdString(file.stem().string()), QString::fromStdString(file.string())});
        m_shortcuts.adopt();
        m_settings =
            new SettingsDialog(m_preferences, m_shortcuts, models, m_parts.panel.text().font(), &m_parts.window);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_settings->show();
    m_settings->activateWindow();
}

void WindowTools::openShortcutSheet()
{
    if (!m_sheet) {
        m_sheet = new ShortcutSheet(*m_parts.window.menuBar(), &m_parts.window);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_sheet->show();
    m_sheet->activateWindow();
}

void WindowTools::openAbout()
{
    auto* about = new QMessageBox(QMessageBox::NoIcon, tr("About Longhand"),
                                  QStringLiteral("<h3>Longhand " LONGHAND_VERSION "</h3>"), QMessageBox::Close,
                                  &m_parts.window);
    about->setObjectName(QStringLiteral("aboutBox"));
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setIconPixmap(m_parts.window.windowIcon().pixmap(64));
    about->setInformativeText(
        tr("Turns pictures of handwriting into text, and learns your hand from your corrections. Your pictures, texts "
           "and corrections stay on this computer.") +
        QStringLiteral("<br><br>") +
        tr("Free software under the MIT licence, built with Qt, Qt Charts, OpenCV and LibTorch. What the models were "
           "trained on, and their terms, stands in the cards beside them."));
    about->open();
}

std::vector<int> WindowTools::readPages() const
{
    std::vector<int> ids;
    for (const auto& page : m_parts.session.pages().pages())
        if (page->text)
            ids.push_back(page->id);
    return ids;
}

std::vector<PrintedPage> WindowTools::printedPages(const std::vector<int>& ids) const
{
    std::vector<PrintedPage> pages;
    for (const int id : ids)
        if (const PageItem* page = m_parts.session.pages().find(id); page && page->text)
            pages.push_back({QString::fromStdString(formats::plainText(page->text->edited())), sourceOf(*page)});
    return pages;
}

void WindowTools::askForPrinter()
{
    if (readPages().empty()) {
        Q_EMIT remarked(tr("There is no text to print yet."));
        return;
    }
    auto printer = std::make_shared<QPrinter>();
    printer->setDocName(m_parts.document.name().isEmpty() ? tr("Pages") : m_parts.document.name());
    if (QPrinterInfo::availablePrinterNames().isEmpty()) // then to a file, which wants a name
        printer->setOutputFileName(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                                       .filePath(printer->docName() + QStringLiteral(".pdf")));
    auto* dialog = new QPrintDialog(printer.get(), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintCurrentPage);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    auto* content = new QWidget;
    content->setWindowTitle(tr("Content"));
    auto* column = new QVBoxLayout(content);
    auto* textOnly = new QRadioButton(tr("The &text"));
    auto* both = new QRadioButton(tr("The &pictures and their text"));
    textOnly->setChecked(true);
    column->addWidget(textOnly);
    column->addWidget(both);
    column->addStretch();
    dialog->setOptionTabs({content});
    connect(dialog, &QDialog::accepted, this, [this, printer, both] {
        const bool current = printer->printRange() == QPrinter::CurrentPage;
        const auto pages = printedPages(current ? std::vector<int>{m_parts.list.currentPage()} : readPages());
        m_printer.print(printer, pages, both->isChecked() ? PrintContent::PictureAndText : PrintContent::Text);
    });
    dialog->open();
}

} // namespace longhand::ui
