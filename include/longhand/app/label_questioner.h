#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

#include <QList>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "longhand/app/user_data.h"
#include "longhand/base/result.h"
#include "longhand/feedback/feedback_store.h"
#include "longhand/recognition/recognizer.h"

namespace longhand::app
{

/// Opens what compares texts with ink. Called in the worker.
using RecognizerFactory = std::function<Result<std::unique_ptr<recognition::Recognizer>>()>;

/// The model in use, letter by letter.
RecognizerFactory modelInUseRecognizer();

/// Looks at corrections soon after they are made, in the background, and marks those as questioned whose texts hardly
/// fit what is written there (label_guard.h). All members are called on the GUI thread; signals arrive there.
class LabelQuestioner : public QObject
{
    Q_OBJECT
public:
    static constexpr int kDelayMs = 3000; ///< after the last correction, so that nobody is interrupted while typing

    explicit LabelQuestioner(std::filesystem::path database = feedbackDatabase(),
                             RecognizerFactory factory = modelInUseRecognizer(), QObject* parent = nullptr);
    /// Stops the look that is going on and waits for it.
    ~LabelQuestioner() override;

    /// There are new corrections: looks at all that were changed since the last look, once no more come in.
    void look();
    void setDelayMs(int delayMs); ///< for tests

Q_SIGNALS:
    /// These were marked just now. Until a person vouches for them they are not learnt from.
    void questioned(const QList<qint64>& ids);
    /// A look is over, whatever came of it.
    void looked();

private:
    void start();

    std::filesystem::path m_database;
    RecognizerFactory m_factory;
    feedback::Time m_since; ///< what was said before has been looked at
    std::stop_source m_stop;
    QThreadPool m_pool;
    QTimer m_timer;
    bool m_busy = false;
};

} // namespace longhand::app
