#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "longhand/app/feedback_service.h"
#include "longhand/imaging/preprocess.h"

namespace longhand::app
{

/// The worker of FeedbackService: owns the store, cuts the pictures. All members are called on its own thread.
class FeedbackRecorder : public QObject
{
    Q_OBJECT
public:
    explicit FeedbackRecorder(std::filesystem::path database);
    ~FeedbackRecorder() override;

    void record(const CorrectedLine& line);
    void withdraw(const PictureSource& source, const std::string& lineId);
    void list(int request, const feedback::LineFilter& filter);
    void loadPicture(qint64 id);
    void setPageWriter(const PictureSource& source, const std::string& writer);
    void tellWriters();
    /// Changes what is stored; says so, or why not.
    void change(const std::function<Result<void>(feedback::FeedbackStore&)>& edit);
    /// Writes what could not be written before, one last time.
    void finish();

Q_SIGNALS:
    void recorded(const QString& pageKey, const QString& lineId);
    void changed();
    void listed(int request, const longhand::app::CorrectionList& list);
    void pictureLoaded(qint64 id, const QImage& picture);
    void writersKnown(const QStringList& names);
    void failed(const longhand::Error& error);
    void recovered(const longhand::Error& error);

private:
    using Place = std::pair<std::string, std::string>; ///< page key and line
    using CleanPage = std::shared_ptr<const imaging::CleanPage>;

    /// A line in the store whose picture is to be cut from the cleaned page.
    struct RoughLine {
        PictureSource source;
        formats::Line reading;
        qint64 id = 0;
    };

    /// Opened when it is first needed, again when that failed.
    Result<feedback::FeedbackStore*> store();
    std::string keyOf(const PictureSource& source);
    [[nodiscard]] bool isCleaned(const PictureSource& source) const;
    Result<GrayImage> cut(const CorrectedLine& line);
    /// 0: it could not be written, and waits.
    qint64 write(const feedback::Correction& correction);
    void writeWaiting();
    void cleanNext();
    void onCleaned(const PictureSource& source, const CleanPage& page);

    std::filesystem::path m_database;
    std::unique_ptr<feedback::FeedbackStore> m_store;
    std::map<std::string, std::string> m_keys; ///< by file, its time and size
    std::map<Place, feedback::Correction> m_waiting;
    Error m_failure;               ///< why they wait
    std::set<std::string> m_uncut; ///< pages whose lines cannot be cut out, and why: what was said already
    QTimer m_retry;
    std::map<Place, RoughLine> m_rough;
    CleanPage m_clean;
    std::optional<PictureSource> m_cleanSource; ///< of m_clean
    bool m_cleaning = false;
    QThreadPool m_cleaner; ///< one thread, so that cleaning a page never delays writing
};

} // namespace longhand::app
