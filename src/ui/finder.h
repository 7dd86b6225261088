#pragma once

#include <map>

#include <QObject>
#include <QTextCursor>

#include "ui/text_search.h"

namespace longhand::ui
{

class History;
class PageList;
class PageModel;
class PageText;
class TextPane;

enum class SearchScope { Page, AllPages };

/// Searches the text of pages that were read and replaces in it. Where it finds something it takes the caret there.
class Finder : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    Finder(PageModel& pages, PageList& list, TextPane& pane, History& history, QObject* parent = nullptr);

    void setQuery(const SearchQuery& query, SearchScope scope);
    [[nodiscard]] const SearchQuery& query() const { return m_query; }
    /// Off: nothing is marked and nothing counted.
    void setActive(bool active);

    void findNext();
    void findPrevious();
    /// Replaces what is selected when it is a match, and goes on to the next one.
    void replace(const QString& replacement);
    /// One step to undo.
    void replaceAll(const QString& replacement);

    struct Count {
        int hits = 0;
        int pages = 0;     ///< that have any
        int elsewhere = 0; ///< on other pages, when only this one is searched and has none
        int current = 0;   ///< the selected one counts so many from the first; 0: none is selected
    };
    [[nodiscard]] const Count& count() const { return m_count; }

Q_SIGNALS:
    void counted();
    void remarked(const QString& sentence);

private:
    struct Hit {
        int page = 0; ///< id; 0: there is none
        int position = 0;
        int length = 0;
    };

    void recount();
    [[nodiscard]] std::vector<TextMatch> matchesOf(PageText& text) const;
    [[nodiscard]] std::vector<int> pagesInScope() const;
    void go(bool forward);
    void select(const Hit& hit);
    [[nodiscard]] int replaceOn(PageText& text, const QString& replacement) const;

    PageModel& m_pages;
    PageList& m_list;
    TextPane& m_pane;
    History& m_history;
    SearchQuery m_query;
    SearchScope m_scope = SearchScope::Page;
    bool m_active = false;
    Count m_count;
};

} // namespace longhand::ui
