#pragma once

#include <vector>

#include <QWidget>

class QVBoxLayout;

namespace longhand::ui
{

/// One page of the settings: rows of a title, what sets it, and a hint below.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const { return m_title; }
    /// `setter` is named after the row for those who cannot see it. `keywords` are found by the search too.
    void addRow(const QString& title, QWidget* setter, const QString& hint = {}, const QString& keywords = {});
    /// Takes what room there is. It is found by any of `entries`.
    void addWide(const QString& title, QWidget* setter, const QStringList& entries);
    /// Hides rows that have nothing to do with the text; returns how many are left. An empty text shows all.
    int filter(const QString& text);

private:
    struct Row {
        QWidget* box;        // owned by this (Qt parent)
        QStringList entries; ///< the row is found by all words of one of them
    };

    QString m_title;
    QVBoxLayout* m_column; // owned by this (Qt parent)
    std::vector<Row> m_rows;
};

} // namespace longhand::ui
