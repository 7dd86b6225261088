#pragma once

#include <vector>

#include <QFrame>

class QLabel;
class QPushButton;

namespace longhand::ui
{

class PageList;
class Session;
class TextPane;

/// "Correct these next": goes through the lines of the open pages that would teach most, one after the other, in the
/// editor. A strip above the pages says where one is.
class NextLines : public QFrame
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 50; ///< in one go

    /// All must outlive this object.
    NextLines(Session& session, PageList& list, TextPane& text, QWidget* parent = nullptr);

    /// Chooses the lines and goes to the first one, or to the next one when they are chosen.
    void goOn();
    void stop();

Q_SIGNALS:
    void remarked(const QString& sentence);

private:
    struct Place {
        int page = 0;
        int line = 0; ///< of the page's reading
    };

    void choose();
    void begin(std::vector<Place> places);
    void step(int by);
    /// Nobody has corrected or confirmed it meanwhile.
    [[nodiscard]] bool isOpen(const Place& place) const;
    void showPlace();

    Session& m_session;
    PageList& m_list;
    TextPane& m_text;
    std::vector<Place> m_places;
    int m_current = -1;
    bool m_choosing = false;
    QLabel* m_label; // these: owned by this (Qt parent)
    QPushButton* m_previous;
    QPushButton* m_next;
};

} // namespace longhand::ui
