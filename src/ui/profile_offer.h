#pragma once

#include <map>
#include <set>

#include <QObject>
#include <QPointer>

#include "longhand/app/profile_proposer.h"

class QSettings;

namespace longhand::ui
{

class Document;
class Notice;
class PageList;
class PagePanel;
class Session;

/// Says above the text of a page that was just read whose hand it seems to be in, and reads it with what was learnt of
/// that hand when a person agrees. Who does not is not asked about this writer again in this project.
class ProfileOffer : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    struct Parts {
        Session& session;
        PageList& list;
        PagePanel& panel;
        Document& document;
        QSettings& settings;
        app::ProfileChooser choose;
    };

    explicit ProfileOffer(const Parts& parts);
    /// Before the panel: takes its notice along.
    ~ProfileOffer() override;

private:
    void lookAtPage();
    void offer(int page, const QString& writer);
    void accept(int page, const QString& writer);
    void decline(const QString& writer);
    /// The page on show has a text that nobody said anything about.
    [[nodiscard]] bool isOpen(int page) const;

    Parts m_parts;
    app::ProfileProposer m_proposer;
    QPointer<Notice> m_notice;       // owned by the panel
    std::set<int> m_fresh;           ///< read here, and not looked at yet
    std::map<int, QString> m_offers; ///< by page: whose hand it seems to be in
};

} // namespace longhand::ui
