#include "ui/accessible_page_view.h"

#include <map>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>

#include "ui/page_view.h"

namespace longhand::ui
{

namespace
{

class AccessiblePageView;

/// The `index`-th line of the text, whichever that is when it is asked.
class AccessibleLine final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleLine(const AccessiblePageView& canvas, int index) : m_canvas(canvas), m_index(index) {}

    [[nodiscard]] bool isValid() const override { return line() != nullptr; }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

    [[nodiscard]] int index() const { return m_index; }

private:
    [[nodiscard]] PageView& view() const;
    /// Null when there are fewer lines now.
    [[nodiscard]] const ShownLine* line() const;

    const AccessiblePageView& m_canvas;
    int m_index;
};

class AccessiblePageView final : public QAccessibleWidget
{
public:
    explicit AccessiblePageView(PageView& view) : QAccessibleWidget(&view, QAccessible::List), m_view(view) {}
    ~AccessiblePageView() override
    {
        for (const auto& [index, id] : m_lines)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] PageView& view() const { return m_view; }
    [[nodiscard]] int childCount() const override { return static_cast<int>(m_view.shownLines().size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto known = m_lines.find(index);
        if (known != m_lines.end())
            return QAccessible::accessibleInterface(known->second);
        auto* line = new AccessibleLine(*this, index); // owned by the cache of QAccessible
        m_lines[index] = QAccessible::registerAccessibleInterface(line);
        return line;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* line = dynamic_cast<const AccessibleLine*>(child);
        return line ? line->index() : -1;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const int hit = m_view.lineAt(m_view.viewport()->mapFromGlobal(QPoint(x, y)));
        for (int i = 0; i < childCount(); ++i)
            if (m_view.shownLines()[static_cast<std::size_t>(i)].line == hit)
                return child(i);
        return nullptr;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        for (int i = 0; m_view.hasFocus() && i < childCount(); ++i)
            if (m_view.shownLines()[static_cast<std::size_t>(i)].line == m_view.currentLine())
                return child(i);
        return QAccessibleWidget::focusChild();
    }

private:
    PageView& m_view;
    mutable std::map<int, QAccessible::Id> m_lines;
};

PageView& AccessibleLine::view() const
{
    return m_canvas.view();
}

const ShownLine* AccessibleLine::line() const
{
    const auto& lines = view().shownLines();
    return m_index < static_cast<int>(lines.size()) ? &lines[static_cast<std::size_t>(m_index)] : nullptr;
}

QAccessibleInterface* AccessibleLine::parent() const
{
    return QAccessible::queryAccessibleInterface(&view());
}

QString AccessibleLine::text(QAccessible::Text kind) const
{
    const ShownLine* shown = line();
    if (!shown)
        return {};
    if (kind == QAccessible::Name) {
        return shown->text.isEmpty() ? QCoreApplication::translate("PageView", "Line %1, no text").arg(shown->number)
                                     : QCoreApplication::translate("PageView", "Line %1: %2")
                                           .arg(QString::number(shown->number), shown->text);
    }
    return kind == QAccessible::Description ? view().describe(shown->line) : QString();
}

QRect AccessibleLine::rect() const
{
    const ShownLine* shown = line();
    if (!shown)
        return {};
    const QRect onViewport = view().mapFromScene(view().outline(shown->line)).boundingRect();
    return {view().viewport()->mapToGlobal(onViewport.topLeft()), onViewport.size()};
}

QAccessible::State AccessibleLine::state() const
{
    QAccessible::State state;
    const ShownLine* shown = line();
    state.invalid = !shown;
    state.selectable = true;
    state.focusable = true;
    state.selected = shown && shown->line == view().currentLine();
    state.checkable = true;
    state.checked = shown && shown->state == LineState::Confirmed;
    state.offscreen =
        shown && !rect().intersects(QRect(view().viewport()->mapToGlobal(QPoint()), view().viewport()->size()));
    return state;
}

void AccessibleLine::doAction(const QString& name)
{
    if (const ShownLine* shown = line(); shown && name == pressAction())
        Q_EMIT view().inkClicked(Ink{shown->line, -1, -1});
}

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<PageView*>(object);
    return view ? new AccessiblePageView(*view) : nullptr; // owned by the cache of QAccessible
}

} // namespace

void installAccessiblePageView()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace longhand::ui
