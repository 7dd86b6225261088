#pragma once

#include <QMenu>

namespace longhand::ui
{

/// Other readings of a word, each picked with its digit, or with the arrow keys and Enter. Deletes itself when closed.
class AlternativesMenu : public QMenu
{
    Q_OBJECT
public:
    static constexpr int kMaxReadings = 9;

    /// `keepable`: the word itself can be picked, with 0, to say that it is right.
    AlternativesMenu(const QString& word, const QStringList& readings, bool keepable, QWidget* parent);

Q_SIGNALS:
    void picked(const QString& reading);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addReading(int digit, const QString& label, const QString& reading);
};

} // namespace longhand::ui
