#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include "longhand/app/autosaver.h"
#include "longhand/app/project_store.h"
#include "ui/session.h"

namespace longhand::ui
{

/// The pages of a window as a document: the project file they are in, whether they are saved, and what is kept of them
/// until they are. Knows no widget; sentences and questions are the controller's.
class Document : public QObject
{
    Q_OBJECT
public:
    /// `session` must outlive this object. `dataFolder` is the user's; empty: nothing is kept against a crash.
    Document(Session& session, const std::filesystem::path& dataFolder, QObject* parent = nullptr);
    ~Document() override;

    /// What the window wants to find again, asked for whenever the document is written.
    void setViewSource(std::function<QJsonObject()> view) { m_view = std::move(view); }
    void setModelName(const QString& name) { m_modelName = name; }

    /// Absolute; empty: never saved.
    [[nodiscard]] QString file() const { return m_file; }
    /// For the title; empty for one that was never saved.
    [[nodiscard]] QString name() const;
    /// Closing would lose something a person did. Pages that were only listed and read do not count, as long as there
    /// is no project to miss them.
    [[nodiscard]] bool isModified() const;

    void startAnew();
    /// In the background: `opened` or `openFailed`.
    void open(const QString& file);
    /// To a file whose name has the suffix; empty: to the document's own. `saved` or `saveFailed`.
    void save(const QString& file = {});
    /// A packed copy is not the document's own file.
    void savePackedCopy(const QString& file);
    /// The window closes: nothing needs to be kept any more.
    void finish();

    /// Work of a window that ended badly: `lostWorkFound` follows when there is some.
    void findLostWork();
    void restoreLostWork();
    void discardLostWork();

    [[nodiscard]] std::vector<int> pagesWith(app::PictureProblem problem) const;
    /// Of the file.
    [[nodiscard]] QString pictureName(int id) const;
    /// `file` is the picture of this page; other missing ones are looked for beside it. Returns how many were found.
    int locatePicture(int id, const QString& file);
    /// The picture is that of the page as it is now.
    void acceptPicture(int id);
    /// Looks again whether the files that were saved with the project are what they were.
    void recheckPictures();

    /// Writers whose profiles a person does not want to be asked about in this project.
    [[nodiscard]] const QStringList& declinedWriters() const { return m_declinedWriters; }
    void declineWriter(const QString& writer);

    [[nodiscard]] app::Autosaver* autosaver() { return m_autosaver.get(); } ///< null: nothing is kept

Q_SIGNALS:
    void changed(); ///< the file or whether it is modified
    /// `view` as it was when the project was written. `holder`: who else has the project open, in which case this is a
    /// copy that was never saved; empty: nobody.
    void opened(const QString& file, const QJsonObject& view, const QString& holder);
    void openFailed(const QString& sentence);
    void saved(const QString& file);
    void saveFailed(const QString& sentence);
    /// So many more than were known. Missing ones come first: changed ones are not told beside them.
    void picturesMissing(int missing);
    void picturesChanged(int changed);
    void lostWorkFound(const QString& name, qint64 savedMs);
    void restored(const QString& name, const QJsonObject& view);
    void keepingFailed(const QString& sentence);
    void keepingSucceeded();

private:
    struct Saving {
        QString file;
        std::vector<int> ids;
        std::vector<std::pair<const PageText*, int>> revisions;
        app::Packing packing = app::Packing::Plain;
        bool isCopy = false;
    };

    [[nodiscard]] formats::Project head() const;
    [[nodiscard]] app::WorkChanges collect(app::Autosaver::Ask ask);
    void write(Saving saving);
    void onSaved(int id, const std::vector<formats::ProjectPicture>& pictures);
    void onOpened(const app::OpenedProject& project);
    /// Returns the view.
    QJsonObject show(const formats::Project& project, const std::vector<QImage>& pasted);
    void setFile(const QString& file, std::shared_ptr<app::ProjectLock> lock, app::Packing packing);
    enum class Check { All, Saved };
    void checkPictures(Check which);
    void noteChange(int id);

    Session& m_session;
    app::ProjectStore m_store;
    std::unique_ptr<app::Autosaver> m_autosaver;
    std::function<QJsonObject()> m_view;
    QString m_modelName;
    QString m_language;
    QString m_writer;
    QStringList m_declinedWriters;
    QString m_file;
    app::Packing m_packing = app::Packing::Plain;
    std::shared_ptr<app::ProjectLock> m_lock;
    std::optional<app::LostWork> m_lost;
    std::map<int, Saving> m_saving;
    std::map<int, std::vector<int>> m_checking; ///< ids of pages, by check
    int m_nextJob = 1;
    std::set<int> m_unkept; ///< pages whose change is not in the recovery folder
    std::set<int> m_keptPasted;
    bool m_showing = false;
    bool m_changedOutside = false; ///< other than by a step of the history, since it was saved
    bool m_restored = false;       ///< not saved since
};

} // namespace longhand::ui
