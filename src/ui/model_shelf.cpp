#include "ui/model_shelf.h"

#include <algorithm>
#include <utility>

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/background.h"
#include "ui/model_comparison_dialog.h"
#include "ui/notice.h"

namespace longhand::ui
{

namespace
{

constexpr int kChecksumShown = 12;

QString percent(double rate)
{
    return QLocale().toString(rate * 100, 'f', 1);
}

/// What a person calls a learnt model: when it was learnt, and whose hand.
QString titleOf(const app::ModelCard& card)
{
    const auto created = QDateTime::fromString(QString::fromStdString(card.created), Qt::ISODate).toLocalTime();
    const QString when = QLocale().toString(created, QLocale::ShortFormat);
    if (card.linesLearnt == 0)
        return ModelShelf::tr("%1, trained %2").arg(QString::fromStdString(card.name), when);
    return card.writer.empty()
               ? ModelShelf::tr("Learnt %1").arg(when)
               : ModelShelf::tr("The hand of %1, learnt %2").arg(QString::fromStdString(card.writer), when);
}

QString factsOf(const app::ModelCard& card)
{
    QStringList facts;
    if (card.linesLearnt > 0)
        facts << ModelShelf::tr("Learnt from %n lines.", nullptr, card.linesLearnt);
    if (card.linesUncorrected > 0)
        facts << ModelShelf::tr("And from %n lines that nobody had corrected.", nullptr, card.linesUncorrected);
    if (card.ownCerBefore >= 0 && card.ownCerAfter >= 0)
        facts << ModelShelf::tr("Wrong characters on your hand: %1 % before, %2 % now, on %3 lines it had not seen.")
                     .arg(percent(card.ownCerBefore), percent(card.ownCerAfter))
                     .arg(card.linesHeldOut);
    if (card.rehearsalCerBefore >= 0 && card.rehearsalCerAfter >= 0)
        facts << ModelShelf::tr("On other hands: %1 % before, %2 % now.")
                     .arg(percent(card.rehearsalCerBefore), percent(card.rehearsalCerAfter));
    if (card.verdict == app::Verdict::KeptAside)
        facts << ModelShelf::tr("Kept aside: %1").arg(QString::fromStdString(card.reason));
    // A figure and its percent sign stay on one line.
    return facts.join(QLatin1Char(' ')).replace(QStringLiteral(" %"), QStringLiteral("\u00a0%"));
}

QString originOf(const app::ModelCard& card)
{
    QStringList parts;
    if (!card.base.empty())
        parts << ModelShelf::tr("from %1").arg(QString::fromStdString(card.base));
    if (!card.checksum.empty())
        parts << ModelShelf::tr("SHA-256 %1…").arg(QString::fromStdString(card.checksum).left(kChecksumShown));
    return parts.join(QStringLiteral(" · "));
}

QLabel* makeLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A frame with a title and a line of buttons, which the caller fills.
struct Card {
    QFrame* frame;
    QVBoxLayout* column;
    QHBoxLayout* head;
};

Card makeFrame(const QString& title, bool inUse)
{
    Card card{new QFrame, nullptr, new QHBoxLayout};
    card.frame->setFrameShape(QFrame::StyledPanel);
    card.frame->setBackgroundRole(QPalette::Base);
    card.frame->setAutoFillBackground(true);
    card.frame->setAccessibleName(inUse ? ModelShelf::tr("%1, in use").arg(title) : title);
    card.column = new QVBoxLayout(card.frame);
    auto* name = makeLabel(title);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    card.head->addWidget(name, 1);
    if (inUse) {
        auto* mark = new QLabel(ModelShelf::tr("✓ In use"));
        mark->setFont(bold);
        card.head->addWidget(mark);
    }
    card.column->addLayout(card.head);
    return card;
}

} // namespace

ModelShelf::ModelShelf(app::LearningPlaces places, QWidget* parent)
    : QWidget(parent), m_places(std::move(places)), m_notice(new Notice),
      m_revert(new QPushButton(tr("&Go Back to the One Before"))), m_cards(nullptr), m_comparison(new QWidget),
      m_first(new QComboBox), m_second(new QComboBox)
{
    setObjectName(QStringLiteral("modelShelf"));
    m_revert->setObjectName(QStringLiteral("revertButton"));
    m_revert->setToolTip(tr("The model that was in use before the last change reads again"));
    auto* content = new QWidget;
    m_cards = new QVBoxLayout(content);
    m_cards->setSpacing(10);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("Models"));

    m_first->setObjectName(QStringLiteral("compareFirst"));
    m_first->setAccessibleName(tr("First model to compare"));
    m_second->setObjectName(QStringLiteral("compareSecond"));
    m_second->setAccessibleName(tr("Second model to compare"));
    auto* compare = new QPushButton(tr("&Compare…"));
    compare->setObjectName(QStringLiteral("compareButton"));
    compare->setToolTip(tr("Both read your corrected lines"));
    auto* comparison = new QHBoxLayout(m_comparison);
    comparison->setContentsMargins(0, 0, 0, 0);
    comparison->addWidget(new QLabel(tr("Compare")));
    comparison->addWidget(m_first, 1);
    comparison->addWidget(new QLabel(tr("with")));
    comparison->addWidget(m_second, 1);
    comparison->addWidget(compare);

    auto* head = new QHBoxLayout;
    head->addStretch(1);
    head->addWidget(m_revert);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(16, 12, 16, 12);
    inner->addLayout(head);
    inner->addWidget(scroll, 1);
    inner->addWidget(m_comparison);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    column->addLayout(inner, 1);
    connect(m_revert, &QPushButton::clicked, this, [this] { revert({}); });
    connect(compare, &QPushButton::clicked, this, &ModelShelf::compare);
}

void ModelShelf::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void ModelShelf::refresh()
{
    inBackground(
        *this,
        [places = m_places]() -> Result<State> {
            const app::ModelLibrary library(places.library);
            auto entries = library.list();
            if (!entries)
                return entries.error();
            const app::InUse used = library.inUse();
            return State{*std::move(entries), used.id.empty(), used.warning};
        },
        [this](const Result<State>& state) { showState(state); });
}

void ModelShelf::showState(const Result<State>& state)
{
    if (!state) {
        m_notice->show(QString::fromStdString(state.error().detail));
        return;
    }
    if (!state->warning.empty())
        m_notice->show(QString::fromStdString(state->warning));
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // a button of the card may be what led here
        delete item;
    }
    const QSignalBlocker silentFirst(m_first), silentSecond(m_second);
    m_first->clear();
    m_second->clear();
    const auto offer = [this](const QString& name, const std::string& id) {
        m_first->addItem(name, QString::fromStdString(id));
        m_second->addItem(name, QString::fromStdString(id));
    };
    offer(tr("The one that came with Longhand"), {});
    for (const app::LibraryEntry& entry : state->entries) {
        m_cards->addWidget(makeCard(entry));
        if (entry.problem.empty())
            offer(titleOf(entry.card), entry.card.id);
    }
    m_cards->addWidget(makeShippedCard(state->shippedInUse));
    m_cards->addStretch(1);
    m_second->setCurrentIndex(std::min(1, m_second->count() - 1));
    m_comparison->setVisible(m_first->count() > 1);
    m_revert->setVisible(!state->entries.empty());
}

QWidget* ModelShelf::makeShippedCard(bool inUse)
{
    const QString title = tr("The model that came with Longhand");
    const Card card = makeFrame(title, inUse);
    card.frame->setObjectName(QStringLiteral("shippedModel"));
    if (!inUse) {
        auto* use = new QPushButton(tr("Use"));
        use->setObjectName(QStringLiteral("useShipped"));
        use->setAccessibleName(tr("Use %1").arg(title));
        connect(use, &QPushButton::clicked, this,
                [this] { this->use({}, {}, tr("The model that came with Longhand reads from the next page on.")); });
        card.head->addWidget(use);
    }
    card.column->addWidget(makeLabel(tr("Knows nobody's hand in particular. It cannot be deleted.")));
    return card.frame;
}

QWidget* ModelShelf::makeCard(const app::LibraryEntry& entry)
{
    const QString title = titleOf(entry.card);
    const Card card = makeFrame(title, entry.inUse);
    card.frame->setObjectName(QStringLiteral("model-") + QString::fromStdString(entry.card.id));
    if (!entry.inUse && entry.problem.empty()) {
        auto* use = new QPushButton(tr("Use"));
        use->setObjectName(QStringLiteral("useModel"));
        use->setAccessibleName(tr("Use %1").arg(title));
        connect(use, &QPushButton::clicked, this, [this, card = entry.card, title] {
            this->use(card.id, readerOf(card), tr("“%1” reads from the next page on.").arg(title));
        });
        card.head->addWidget(use);
    }
    // Everybody's pages are always read with some model; a writer's profile can just be left off.
    if (entry.inUse && !readerOf(entry.card).empty()) {
        auto* stop = new QPushButton(tr("Stop Using"));
        stop->setObjectName(QStringLiteral("stopUsing"));
        stop->setAccessibleName(tr("Stop using %1").arg(title));
        connect(stop, &QPushButton::clicked, this, [this, writer = readerOf(entry.card)] {
            use({}, writer,
                tr("Pages of %1 are read without a profile from the next one on.").arg(QString::fromStdString(writer)));
        });
        card.head->addWidget(stop);
    }
    auto* remove = new QPushButton(tr("Delete"));
    remove->setObjectName(QStringLiteral("deleteModel"));
    remove->setAccessibleName(tr("Delete %1").arg(title));
    connect(remove, &QPushButton::clicked, this, [this, card = entry.card, title] { this->remove(card, title); });
    card.head->addWidget(remove);
    if (!entry.problem.empty())
        card.column->addWidget(makeLabel(QString::fromStdString(entry.problem)));
    if (const QString facts = factsOf(entry.card); !facts.isEmpty())
        card.column->addWidget(makeLabel(facts));
    QLabel* origin = makeLabel(originOf(entry.card));
    QFont small = origin->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    origin->setFont(small);
    origin->setToolTip(QString::fromStdString(entry.card.checksum));
    card.column->addWidget(origin);
    return card.frame;
}

std::string readerOf(const app::ModelCard& card)
{
    return card.kind == app::LearntKind::Profile ? card.writer : std::string();
}

void ModelShelf::finishChange(const Result<void>& done, const std::optional<std::string>& writer)
{
    if (!done)
        m_notice->show(QString::fromStdString(done.error().detail));
    refresh();
    if (done && writer)
        Q_EMIT modelChanged(QString::fromStdString(*writer));
}

void ModelShelf::use(const std::string& id, const std::string& writer, const QString& news)
{
    inBackground(
        *this, [places = m_places, id, writer] { return app::ModelLibrary(places.library).use(id, writer); },
        [this, news, writer](const Result<void>& done) {
            if (done)
                m_notice->show(news, tr("Undo"), [this, writer] { revert(writer); });
            finishChange(done, writer);
        });
}

void ModelShelf::revert(const std::string& writer)
{
    inBackground(
        *this,
        [places = m_places, writer] {
            const auto reverted = app::ModelLibrary(places.library).revert(writer);
            return reverted ? Result<void>() : Result<void>(reverted.error());
        },
        [this, writer](const Result<void>& done) {
            if (done)
                m_notice->show(tr("The model that was in use before reads from the next page on."));
            finishChange(done, writer);
        });
}

void ModelShelf::remove(const app::ModelCard& card, const QString& title)
{
    inBackground(
        *this,
        [places = m_places, id = card.id]() -> Result<bool> {
            app::ModelLibrary library(places.library);
            const auto entry = library.find(id); // by now it may be another that is in use
            const auto removed = library.remove(id);
            if (!removed)
                return removed.error();
            return entry && entry->inUse;
        },
        [this, card, title](const Result<bool>& wasInUse) {
            if (!wasInUse) {
                finishChange(wasInUse.error(), std::nullopt);
                return;
            }
            m_notice->show(tr("“%1” is deleted.").arg(title), tr("Undo"),
                           [this, card, inUse = *wasInUse] { restore(card, inUse); });
            finishChange({}, *wasInUse ? std::optional(readerOf(card)) : std::nullopt);
        });
}

void ModelShelf::restore(const app::ModelCard& card, bool andUse)
{
    const std::string writer = readerOf(card);
    inBackground(
        *this,
        [places = m_places, id = card.id, writer, andUse] {
            app::ModelLibrary library(places.library);
            const auto restored = library.restore(id);
            return restored && andUse ? library.use(id, writer) : restored;
        },
        [this, writer, andUse](const Result<void>& done) {
            finishChange(done, andUse ? std::optional(writer) : std::nullopt);
        });
}

void ModelShelf::compare()
{
    delete m_dialog;
    const auto side = [](const QComboBox& box) {
        return ModelComparisonDialog::Side{box.currentData().toString().toStdString(), box.currentText()};
    };
    m_dialog = new ModelComparisonDialog(m_places, side(*m_first), side(*m_second), this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ModelComparisonDialog::pictureWanted, this, &ModelShelf::pictureWanted);
    m_dialog->QDialog::show();
}

void ModelShelf::setPicture(qint64 id, const QImage& picture)
{
    if (m_dialog)
        m_dialog->setPicture(id, picture);
}

} // namespace longhand::ui
