#include "ui/correction_browser.h"

#include <algorithm>
#include <utility>

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelection>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/correction_detail.h"
#include "ui/correction_model.h"
#include "ui/notice.h"

namespace longhand::ui
{

namespace
{

constexpr int kRefreshMs = 150;

/// Fills the box anew and keeps what was chosen, where it is still there. The first entry, without data, stays.
void fill(QComboBox& box, const QList<QPair<QString, QVariant>>& entries)
{
    const QSignalBlocker silent(box);
    const QVariant chosen = box.currentData();
    while (box.count() > 1)
        box.removeItem(1);
    for (const auto& [text, data] : entries)
        box.addItem(text, data);
    box.setCurrentIndex(chosen.isValid() ? std::max(0, box.findData(chosen)) : 0);
}

} // namespace

CorrectionBrowser::CorrectionBrowser(app::FeedbackService& feedback, QWidget* parent)
    : QDialog(parent), m_feedback(feedback), m_model(new CorrectionModel(this)), m_notice(new Notice),
      m_filters(new QWidget), m_search(new QLineEdit), m_writer(new QComboBox), m_page(new QComboBox),
      m_state(new QComboBox), m_stack(new QStackedWidget), m_empty(new QLabel), m_count(new QLabel),
      m_detail(new CorrectionDetail)
{
    setObjectName(QStringLiteral("correctionBrowser"));
    setWindowTitle(tr("Corrections"));
    resize(760, 640);
    makeFilters();
    m_empty->setObjectName(QStringLiteral("correctionsEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(32);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeList());
    m_count->setObjectName(QStringLiteral("correctionsCount"));

    auto* filters = new QHBoxLayout(m_filters);
    filters->setContentsMargins(0, 0, 0, 0);
    filters->addWidget(m_search, 2);
    for (QComboBox* box : {m_writer, m_page, m_state})
        filters->addWidget(box, 1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(m_filters);
    column->addWidget(m_stack, 1);
    column->addWidget(m_count);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    m_undoTime.setSingleShot(true);
    m_undoTime.setInterval(kUndoMs);
    connect(&m_refresh, &QTimer::timeout, this, &CorrectionBrowser::refresh);
    connect(&m_undoTime, &QTimer::timeout, this, &CorrectionBrowser::finishRemoval);
    connect(m_model, &CorrectionModel::pictureWanted, &m_feedback, &app::FeedbackService::loadPicture);
    connect(&m_feedback, &app::FeedbackService::pictureLoaded, this, [this](qint64 id, const QImage& picture) {
        m_model->setPicture(id, picture);
        if (id == m_shown)
            m_detail->setPicture(picture);
    });
    connect(&m_feedback, &app::FeedbackService::listed, this, [this](int request, const app::CorrectionList& list) {
        if (request == m_request)
            show(list);
    });
    connect(&m_feedback, &app::FeedbackService::failed, this,
            [this](const Error& error) { m_notice->show(QString::fromStdString(error.detail)); });
    connect(&m_feedback, &app::FeedbackService::changed, this, [this] {
        if (isVisible())
            m_refresh.start();
    });
    connect(m_detail, &CorrectionDetail::textChanged, &m_feedback, &app::FeedbackService::setText);
    connect(m_detail, &CorrectionDetail::writerChanged, &m_feedback, &app::FeedbackService::setWriter);
    connect(m_detail, &CorrectionDetail::excludedChanged, this, [this](bool excluded) {
        m_feedback.setState(selectedIds(), excluded ? feedback::LabelState::Excluded : feedback::LabelState::Trusted);
    });
    connect(m_detail, &CorrectionDetail::vouched, this,
            [this] { m_feedback.setState(selectedIds(), feedback::LabelState::Trusted); });
    connect(m_detail, &CorrectionDetail::removalRequested, this, [this] { remove(selectedIds()); });
}

CorrectionBrowser::~CorrectionBrowser()
{
    m_feedback.disconnect(this);
    finishRemoval();
}

void CorrectionBrowser::makeFilters()
{
    m_search->setObjectName(QStringLiteral("correctionsSearch"));
    m_search->setPlaceholderText(tr("Search text and pages"));
    m_search->setAccessibleName(tr("Search corrections"));
    m_search->setClearButtonEnabled(true);
    m_writer->setObjectName(QStringLiteral("correctionsWriter"));
    m_writer->setAccessibleName(tr("Show lines of this writer"));
    m_writer->addItem(tr("All writers"));
    m_page->setObjectName(QStringLiteral("correctionsPage"));
    m_page->setAccessibleName(tr("Show lines of this page"));
    m_page->addItem(tr("All pages"));
    m_state->setObjectName(QStringLiteral("correctionsState"));
    m_state->setAccessibleName(tr("Show lines in this state"));
    m_state->addItem(tr("All states"));
    m_state->addItem(tr("Learnt from"), static_cast<int>(feedback::LabelState::Trusted));
    m_state->addItem(tr("To be checked"), static_cast<int>(feedback::LabelState::Questioned));
    m_state->addItem(tr("Left out"), static_cast<int>(feedback::LabelState::Excluded));
    for (QComboBox* box : {m_writer, m_page, m_state}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        connect(box, &QComboBox::currentIndexChanged, this, &CorrectionBrowser::refresh);
    }
    connect(m_search, &QLineEdit::textChanged, &m_refresh, qOverload<>(&QTimer::start));
}

QWidget* CorrectionBrowser::makeList()
{
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("correctionsList"));
    m_list->setAccessibleName(tr("Corrections"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CorrectionDelegate(m_list)); // owned by the list (Qt parent)
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CorrectionBrowser::showSelected);
    auto* deletion = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deletion, &QShortcut::activated, this, [this] { remove(selectedIds()); });
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    return splitter;
}

void CorrectionBrowser::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    refresh();
}

void CorrectionBrowser::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    m_detail->showNone(); // saves what is being typed
    finishRemoval();
}

feedback::LineFilter CorrectionBrowser::filter() const
{
    feedback::LineFilter filter;
    if (const QVariant writer = m_writer->currentData(); writer.isValid())
        filter.writer = writer.toString().toStdString();
    if (const QVariant page = m_page->currentData(); page.isValid())
        filter.pageKey = page.toString().toStdString();
    if (const QVariant state = m_state->currentData(); state.isValid())
        filter.state = static_cast<feedback::LabelState>(state.toInt());
    filter.search = m_search->text().simplified().normalized(QString::NormalizationForm_C).toStdString();
    filter.order = feedback::LineFilter::Order::Newest;
    return filter;
}

void CorrectionBrowser::refresh()
{
    m_refresh.stop();
    m_feedback.list(++m_request, filter());
}

void CorrectionBrowser::show(const app::CorrectionList& list)
{
    fillFilters(list);
    // A line that is still there could not be deleted.
    std::erase_if(m_forgotten, [this](const auto& line) { return line.second < m_request; });
    const Selection before = selection();
    m_model->setLines(list.lines, hiddenIds());
    select(before);
    updateCount();
}

CorrectionBrowser::Selection CorrectionBrowser::selection() const
{
    const QModelIndex current = m_list->currentIndex();
    Selection selection{selectedIds(), current.data(CorrectionModel::IdRole).toLongLong(), std::max(0, current.row())};
    const auto indexes = m_list->selectionModel()->selectedIndexes();
    if (!indexes.isEmpty())
        selection.row = std::ranges::min_element(indexes, {}, &QModelIndex::row)->row();
    return selection;
}

void CorrectionBrowser::select(const Selection& selection)
{
    QItemSelection lines;
    for (const qint64 id : selection.ids)
        if (const QModelIndex index = m_model->indexOf(id); index.isValid())
            lines.select(index, index);
    QModelIndex current = m_model->indexOf(selection.current);
    if (lines.isEmpty()) {
        current = m_model->index(std::min(selection.row, m_model->rowCount() - 1));
        lines.select(current, current);
    } else if (!lines.contains(current)) {
        current = lines.indexes().constFirst();
    }
    if (current.isValid()) {
        m_list->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        m_list->selectionModel()->select(lines, QItemSelectionModel::ClearAndSelect);
        m_list->scrollTo(current);
    }
    showSelected();
}

std::set<qint64> CorrectionBrowser::hiddenIds() const
{
    std::set<qint64> ids = m_removed;
    for (const auto& [id, request] : m_forgotten)
        ids.insert(id);
    return ids;
}

void CorrectionBrowser::updateCount()
{
    const int lines = m_model->rowCount();
    const bool any = m_page->count() > 1 || lines > 0;
    m_empty->setText(any ? tr("No correction matches the search.")
                         : tr("There are no corrections yet.\n\nLines that you correct or confirm are collected here, "
                              "each with its picture, and Longhand learns to read your hand from them. They stay on "
                              "this computer."));
    m_filters->setVisible(any);
    m_empty->setAccessibleName(m_empty->text());
    m_stack->setCurrentIndex(lines > 0 ? 1 : 0);
    m_count->setText(lines > 0 ? tr("%n corrections", nullptr, lines) : QString());
    if (lines == 1)
        m_count->setText(tr("One correction"));
}

void CorrectionBrowser::fillFilters(const app::CorrectionList& list)
{
    QList<QPair<QString, QVariant>> writers;
    for (const auto& writer : list.writers) {
        const QString name = QString::fromStdString(writer.name);
        writers.append({name.isEmpty() ? tr("Writer not said") : name, name});
    }
    QList<QPair<QString, QVariant>> pages;
    for (const auto& page : list.pages)
        pages.append(
            {page.name.empty() ? tr("No page") : QString::fromStdString(page.name), QString::fromStdString(page.key)});
    fill(*m_writer, writers);
    fill(*m_page, pages);
}

QList<qint64> CorrectionBrowser::selectedIds() const
{
    QList<qint64> ids;
    const auto indexes = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : indexes)
        ids.append(index.data(CorrectionModel::IdRole).toLongLong());
    return ids;
}

void CorrectionBrowser::showSelected()
{
    std::vector<const feedback::StoredLine*> lines;
    const auto indexes = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex& index : indexes)
        lines.push_back(m_model->line(index));
    m_shown = lines.size() == 1 ? lines.front()->id : 0;
    if (lines.empty()) {
        m_detail->showNone();
    } else if (lines.size() > 1) {
        m_detail->showMany(lines);
    } else {
        m_detail->showLine(*lines.front());
        m_detail->setPicture(m_model->picture(m_shown));
    }
}

void CorrectionBrowser::remove(const QList<qint64>& ids)
{
    if (ids.isEmpty())
        return;
    if (const auto may = m_feedback.mayForget(); !may) {
        m_notice->show(QString::fromStdString(may.error().detail));
        return;
    }
    finishRemoval(); // only the last deletion can be taken back
    const Selection before = selection();
    m_removed = {ids.begin(), ids.end()};
    m_model->setHidden(hiddenIds());
    select(before); // what follows, so that several can be gone through
    updateCount();
    m_undoTime.start();
    m_notice->show(ids.size() == 1 ? tr("One correction is deleted.")
                                   : tr("%n corrections are deleted.", nullptr, static_cast<int>(ids.size())),
                   tr("Undo"), [this] { undoRemoval(); });
}

void CorrectionBrowser::undoRemoval()
{
    m_undoTime.stop();
    const std::set<qint64> restored = std::exchange(m_removed, {});
    m_model->setHidden(hiddenIds());
    select({{restored.begin(), restored.end()}, 0, 0});
    updateCount();
}

void CorrectionBrowser::finishRemoval()
{
    m_undoTime.stop();
    if (m_removed.empty())
        return;
    m_feedback.forget({m_removed.begin(), m_removed.end()});
    for (const qint64 id : std::exchange(m_removed, {}))
        m_forgotten[id] = m_request;
    m_notice->hide();
}

} // namespace longhand::ui
