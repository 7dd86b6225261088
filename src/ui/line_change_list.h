#pragma once

#include <map>
#include <vector>

#include <QFrame>

#include "longhand/app/learning.h"

class QImage;
class QLabel;
class QVBoxLayout;

namespace longhand::ui
{

/// Lines that two models read differently: what stands there and both readings, with their differences marked.
class LineChangeList : public QFrame
{
    Q_OBJECT
public:
    static constexpr std::size_t kMostShown = 40;

    explicit LineChangeList(QWidget* parent = nullptr);

    /// `title` stands above with the number of lines; `before` and `after` say whose readings they are.
    void show(const QString& title, const std::vector<app::LineChange>& changes, const QString& before,
              const QString& after);
    void setPicture(qint64 id, const QImage& picture);

Q_SIGNALS:
    void pictureWanted(qint64 id);

private:
    [[nodiscard]] QWidget* makeLine(const app::LineChange& change, const QString& before, const QString& after);

    QLabel* m_title; // these: owned by this (Qt parent)
    QWidget* m_content;
    QVBoxLayout* m_column;
    std::map<qint64, QLabel*> m_pictures;
};

} // namespace longhand::ui
