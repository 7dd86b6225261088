#pragma once

#include <set>
#include <vector>

#include <QObject>
#include <QPointer>

namespace longhand::ui
{

class Document;
class Notice;
class PageList;
class PagePanel;
class Prompts;
class Session;

/// Pictures whose files changed since they were read: says so above the text of such a page, and across the window for
/// several, with what can be done: read them again, find the old ones elsewhere, or keep the text that there is.
class ChangedPictures : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    struct Parts {
        QWidget& window;
        Session& session;
        Document& document;
        PageList& list;
        PagePanel& panel;
        Notice& notice; ///< of the window
        Prompts& prompts;
    };

    explicit ChangedPictures(const Parts& parts);
    /// Before the panel: takes its notice along.
    ~ChangedPictures() override;

private:
    void showPage();
    void tellAll(int changed);
    void goToFirst();
    void readAgain(const std::vector<int>& pages);
    void keep(const std::vector<int>& pages);
    void locate();
    [[nodiscard]] std::vector<int> changedPages() const;

    Parts m_parts;
    QPointer<Notice> m_notice; // owned by the panel
    std::set<int> m_closed;    ///< pages whose notice was closed
};

} // namespace longhand::ui
