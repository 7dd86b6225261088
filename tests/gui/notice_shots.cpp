#include "notice_shots.h"

#include <QPrintDialog>
#include <QSignalSpy>

#include "longhand/app/feedback_service.h"
#include "longhand/app/learning_overview.h"
#include "longhand/base/files.h"
#include "longhand/formats/import.h"
#include "ui/document.h"
#include "ui/trainer_window.h"
#include "window_test.h"

namespace longhand::test
{

namespace
{

/// A window whose work is kept in a folder of its own, with everything there is around it.
class Scene
{
public:
    Scene(const QString& picture, const QString& transcription, QSize size)
        : m_settings(QString::fromStdString((m_folder / "settings.ini").string()), QSettings::IniFormat), m_size(size),
          m_picture(QString::fromStdString((m_folder / "letter.jpg").string()))
    {
        (void)QFile::copy(picture, m_picture);
        if (auto page = formats::readTranscription(transcription.toStdString()))
            m_reading = *std::move(page);
        m_places.library = m_folder / "models";
        m_places.store = m_feedback.database();
        m_places.job = m_folder / "learning";
        makeWindow();
    }
    ~Scene() { window.reset(); }

    void makeWindow()
    {
        window.reset(); // ends as in a crash
        m_service.waiting.clear();
        window = open();
    }
    std::unique_ptr<ui::MainWindow> open()
    {
        ui::Services services{m_service, m_loader, m_writer, m_prompts, m_settings, QString(), m_folder / "data"};
        services.feedback = &m_feedback;
        services.learning = &m_places;
        services.chooseProfile = [this](const app::PictureSource&, const formats::Page&, const std::stop_token&) {
            return Result<app::ProfileProposal>(app::ProfileProposal{hand, 0.9, {}});
        };
        auto made = std::make_unique<ui::MainWindow>(services);
        if (auto* autosaver = made->document().autosaver())
            autosaver->setDelay(20);
        made->resize(m_size);
        made->show();
        m_service.openModel(QStringLiteral("longhand"));
        return made;
    }
    void readPage()
    {
        window->open({m_picture});
        (void)QTest::qWaitFor([this] { return !m_service.waiting.empty(); }, kWaitMs);
        m_service.finish(m_service.waiting.front(), m_reading);
    }
    void save()
    {
        QSignalSpy saved(&window->document(), &ui::Document::saved);
        window->document().save(project());
        (void)saved.wait(kWaitMs);
    }
    void openProject(ui::MainWindow& in)
    {
        QSignalSpy opened(&in.document(), &ui::Document::opened);
        in.open({project()});
        (void)opened.wait(kWaitMs);
    }
    void trigger(const char* action) { window->findChild<QAction*>(QString::fromLatin1(action))->trigger(); }
    void changePicture() { QImage(m_picture).mirrored().save(m_picture); }
    void missModel()
    {
        m_service.missModel("There is no model longhand.safetensors in \"models\" beside the program. Install "
                            "Longhand again, or name one in LONGHAND_MODEL.");
    }
    QString project() const { return QString::fromStdString((m_folder / "war.longhand").string()); }

    std::string hand;
    std::unique_ptr<ui::MainWindow> window;

private:
    TemporaryFolder m_folder;
    QSettings m_settings;
    QSize m_size;
    QString m_picture;
    formats::Page m_reading = threeLines();
    FakeTranscription m_service;
    FakePrompts m_prompts;
    app::PictureLoader m_loader;
    app::DocumentWriter m_writer;
    app::LearningPlaces m_places;
    app::FeedbackService m_feedback{m_folder / "feedback.sqlite"};
};

} // namespace

void showNotices(const QString& picture, const QString& transcription, QSize size,
                 const std::function<void(QWidget& window, const QString& name)>& save)
{
    Scene scene(picture, transcription, size);
    scene.missModel();
    save(*scene.window, QStringLiteral("notice-model"));
    scene.hand = "Anna";
    scene.readPage();
    auto* offer = scene.window->findChild<QWidget*>(QStringLiteral("profileNotice"));
    (void)QTest::qWaitFor([offer] { return offer->isVisible(); }, kWaitMs);
    save(*scene.window, QStringLiteral("notice-profile"));
    scene.hand.clear();
    scene.trigger("pageCorrectedAction");
    scene.trigger("pagePropertiesAction");
    save(*scene.window->findChild<QWidget*>(QStringLiteral("pagePropertiesDialog")), QStringLiteral("page-properties"));
    scene.window->findChild<QDialog*>(QStringLiteral("pagePropertiesDialog"))->reject();
    save(*scene.window, QStringLiteral("corrected"));
    scene.trigger("printAction");
    if (auto* dialog = scene.window->findChild<QPrintDialog*>()) {
        save(*dialog, QStringLiteral("print"));
        dialog->reject();
    }
    scene.trigger("teachAction");
    if (auto* trainer = scene.window->findChild<ui::TrainerWindow*>()) {
        save(*trainer, QStringLiteral("trainer"));
        trainer->close();
    }
    (void)QTest::qWaitFor([&] { return !scene.window->document().autosaver()->isPending(); }, kWaitMs);
    scene.makeWindow();
    save(*scene.window, QStringLiteral("notice-recovery"));
    scene.save();
    const auto second = scene.open();
    scene.openProject(*second);
    save(*second, QStringLiteral("notice-lock"));
    scene.changePicture();
    scene.window->document().recheckPictures();
    auto* changed = scene.window->findChild<QWidget*>(QStringLiteral("changedPictureNotice"));
    (void)QTest::qWaitFor([changed] { return changed->isVisible(); }, kWaitMs);
    save(*scene.window, QStringLiteral("notice-changed"));
}

} // namespace longhand::test
