#pragma once

#include <functional>
#include <stop_token>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "longhand/app/picture_source.h"
#include "longhand/app/profile_chooser.h"
#include "longhand/base/result.h"
#include "longhand/formats/document.h"

namespace longhand::app
{

/// Whose hand the lines of a reading seem to be in. Called in the worker.
using ProfileChooser =
    std::function<Result<ProfileProposal>(const PictureSource&, const formats::Page& reading, const std::stop_token&)>;

/// Asks the writers' profiles of the library (proposeProfile).
ProfileChooser libraryProfileChooser(ModelLibrary library = {});

/// Looks in the background whether a writer's profile reads a page better. All members are called on the GUI thread;
/// signals arrive there.
class ProfileProposer : public QObject
{
    Q_OBJECT
public:
    explicit ProfileProposer(ProfileChooser choose, QObject* parent = nullptr);
    /// Stops the look that is going on and waits for it.
    ~ProfileProposer() override;

    /// `looked` follows, unless another page is asked about before: only one is on show.
    void look(int page, const PictureSource& source, const formats::Page& reading);
    void cancel();

Q_SIGNALS:
    /// `writer`: empty when no profile reads the page clearly better, or it could not be told.
    void looked(int page, const QString& writer);

private:
    ProfileChooser m_choose;
    std::stop_source m_stop; ///< of the latest look
    QThreadPool m_pool;
};

} // namespace longhand::app
