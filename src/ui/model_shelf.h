#pragma once

#include <string>
#include <vector>

#include <QPointer>
#include <QWidget>

#include "longhand/app/learning_overview.h"
#include "longhand/app/model_library.h"

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace longhand::ui
{

class ModelComparisonDialog;
class Notice;

/// The models there are, each on a card: use, go back, delete, compare.
class ModelShelf : public QWidget
{
    Q_OBJECT
public:
    explicit ModelShelf(app::LearningPlaces places, QWidget* parent = nullptr);

    void refresh();
    void setPicture(qint64 id, const QImage& picture);

Q_SIGNALS:
    /// Another model reads from now on; `writer`: whose pages alone, empty: everybody's.
    void modelChanged(const QString& writer);
    /// For the comparison: pictures of lines, which whoever has them hands to setPicture().
    void pictureWanted(qint64 id);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct State {
        std::vector<app::LibraryEntry> entries;
        bool shippedInUse = true;
        std::string warning;
    };

    void showState(const Result<State>& state);
    [[nodiscard]] QWidget* makeShippedCard(bool inUse);
    [[nodiscard]] QWidget* makeCard(const app::LibraryEntry& entry);
    /// An empty id: what came with Longhand, or no profile of the writer. `news` says it once it is done.
    void use(const std::string& id, const std::string& writer, const QString& news);
    void revert(const std::string& writer);
    void remove(const app::ModelCard& card, const QString& title);
    void restore(const app::ModelCard& card, bool andUse);
    /// `writer`: whose pages another model reads now; empty: everybody's; nullopt: nobody's.
    void finishChange(const Result<void>& done, const std::optional<std::string>& writer);
    void compare();

    app::LearningPlaces m_places;
    Notice* m_notice; // these: owned by this (Qt parent)
    QPushButton* m_revert;
    QVBoxLayout* m_cards;
    QWidget* m_comparison;
    QComboBox* m_first;
    QComboBox* m_second;
    QPointer<ModelComparisonDialog> m_dialog;
};

/// Whose pages alone it reads; empty: everybody's.
std::string readerOf(const app::ModelCard& card);

} // namespace longhand::ui
