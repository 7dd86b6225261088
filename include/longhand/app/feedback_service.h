#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <QImage>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>

#include "longhand/app/picture_source.h"
#include "longhand/app/user_data.h"
#include "longhand/feedback/feedback_store.h"
#include "longhand/formats/document.h"

namespace longhand::app
{

class FeedbackRecorder;

/// A line of a page that a person changed or confirmed.
struct CorrectedLine {
    PictureSource source;
    QImage picture;        ///< of the whole page, where it is at hand: saves decoding it again
    formats::Line reading; ///< as the machine read it, with its place
    std::string text;      ///< the person's
    std::string model;
    std::string writer;
    std::string language;
    bool draft = false; ///< still being typed
};

/// Corrections as a list shows them.
struct CorrectionList {
    std::vector<feedback::StoredLine> lines;
    std::vector<feedback::WriterSummary> writers; ///< of all corrections, whatever the filter
    std::vector<feedback::PageSummary> pages;
};

/// Keeps corrections on a thread of its own, one after the other in the order they come in, and shows them again.
/// All members are called on the GUI thread and return at once; signals arrive there.
class FeedbackService : public QObject
{
    Q_OBJECT
public:
    explicit FeedbackService(const std::filesystem::path& database = feedbackDatabase(), QObject* parent = nullptr);
    /// Waits until everything handed in is on the disk.
    ~FeedbackService() override;
    [[nodiscard]] const std::filesystem::path& database() const { return m_database; }

    /// `recorded` follows once it is on the disk. The line's picture is first cut from the page as it is, and replaced
    /// by one cut from the cleaned page, as reading does, when that is ready. What cannot be written is tried again
    /// until it can; `failed` says so once, and once for each page whose lines cannot be cut out.
    void record(const CorrectedLine& line);
    /// The person took the correction back. Without effect, and without a signal, when there is none.
    void withdraw(const PictureSource& source, const std::string& lineId);

    /// `listed` with the same number follows.
    void list(int request, const feedback::LineFilter& filter);
    void loadPicture(qint64 id); ///< `pictureLoaded` follows, unless there is none
    void setText(qint64 id, const QString& text);
    void setState(const QList<qint64>& ids, feedback::LabelState state);
    void setWriter(const QList<qint64>& ids, const QString& writer);
    /// What was corrected on the page is in this hand. Empty: nobody's in particular.
    void setPageWriter(const PictureSource& source, const QString& writer);
    void askWriters(); ///< `writersKnown` follows
    /// See forgetCorrections; what learning runs left is looked for beside the database. `failed` says why not.
    void forget(const QList<qint64>& ids);
    /// Whether that is possible now. Errors: those of mayForgetCorrections.
    [[nodiscard]] Result<void> mayForget() const;
    /// Somebody else wrote to the store; `changed` follows at once.
    void noteOtherChanges();

Q_SIGNALS:
    void recorded(const QString& pageKey, const QString& lineId);
    /// Something else is stored than before.
    void changed();
    void listed(int request, const longhand::app::CorrectionList& list);
    void pictureLoaded(qint64 id, const QImage& picture);
    void writersKnown(const QStringList& names); ///< by name
    void failed(const longhand::Error& error);
    /// What had failed to be written, as `failed` said with the same error, is on the disk now.
    void recovered(const longhand::Error& error);

private:
    void change(std::function<Result<void>(feedback::FeedbackStore&)> edit);

    std::filesystem::path m_database;
    QThread m_thread;
    FeedbackRecorder* m_recorder; ///< lives in m_thread, goes with it
};

} // namespace longhand::app
