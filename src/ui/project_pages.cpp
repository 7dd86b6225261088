#include "ui/project_pages.h"

#include <QJsonDocument>

namespace longhand::ui
{

namespace
{

formats::ReadingState readingState(const PageItem& page)
{
    if (page.text)
        return formats::ReadingState::Read; // also while it is being read again
    switch (page.state) {
    case PageState::Stopped:
        return formats::ReadingState::Stopped;
    case PageState::Failed:
        return formats::ReadingState::Failed;
    default:
        return formats::ReadingState::Waiting;
    }
}

PageState pageState(formats::ReadingState state)
{
    switch (state) {
    case formats::ReadingState::Read:
        return PageState::Read;
    case formats::ReadingState::Stopped:
        return PageState::Stopped;
    case formats::ReadingState::Failed:
        return PageState::Failed;
    case formats::ReadingState::Waiting:
        break;
    }
    return PageState::Opening;
}

/// A file can say anything; a place outside the text would not be marked anyway.
bool isWithin(const std::pair<int, int>& range, const QString& text)
{
    return range.first >= 0 && range.second > 0 && range.first <= text.size() - range.second;
}

Paragraph fromProject(const formats::ProjectParagraph& kept)
{
    Paragraph paragraph;
    paragraph.line = kept.line;
    paragraph.text = QString::fromStdString(kept.text);
    for (const auto& range : kept.confirmed)
        if (isWithin(range, paragraph.text))
            paragraph.confirmed.push_back(range);
    paragraph.marks = {kept.lineConfirmed, kept.pending, kept.placed, kept.newReading};
    return paragraph;
}

formats::ProjectParagraph toProject(const Paragraph& paragraph)
{
    const LineMarks& marks = paragraph.marks;
    return {paragraph.line,      paragraph.text.toStdString(),
            paragraph.confirmed, marks.confirmed,
            marks.pending,       marks.placed,
            marks.newReading};
}

} // namespace

formats::ProjectPage toProjectPage(const PageItem& page)
{
    formats::ProjectPage kept;
    kept.name = page.name.toStdString();
    kept.picture = page.picture;
    kept.picture.file = page.source.file;
    kept.picture.index = page.source.pageIndex;
    kept.widthPx = page.sizePx.width();
    kept.heightPx = page.sizePx.height();
    kept.state = readingState(page);
    kept.reason = page.reason.toStdString();
    kept.corrected = page.settings.corrected;
    kept.rotationDeg = page.settings.rotationDeg;
    kept.preprocessing = QJsonDocument(page.settings.preprocessing).toJson(QJsonDocument::Compact).toStdString();
    kept.writer = page.settings.writer.toStdString();
    kept.language = page.settings.language.toStdString();
    if (!page.text)
        return kept;
    kept.reading = page.text->sharedReading();
    for (const Paragraph& paragraph : page.text->paragraphs())
        kept.text.push_back(toProject(paragraph));
    return kept;
}

std::unique_ptr<PageItem> fromProjectPage(const formats::ProjectPage& kept, const QImage& pasted)
{
    auto page = std::make_unique<PageItem>();
    page->name = QString::fromStdString(kept.name);
    page->picture = kept.picture;
    page->source.file = kept.picture.file;
    page->source.pageIndex = kept.picture.index;
    page->source.pasted = pasted;
    page->source.name = pasted.isNull() ? kept.picture.file.filename().string() : kept.name;
    page->sizePx = QSize(kept.widthPx, kept.heightPx);
    page->state = pageState(kept.state);
    page->reason = QString::fromStdString(kept.reason);
    page->settings.corrected = kept.corrected;
    page->settings.rotationDeg = kept.rotationDeg;
    page->settings.preprocessing = QJsonDocument::fromJson(QByteArray::fromStdString(kept.preprocessing)).object();
    page->settings.writer = QString::fromStdString(kept.writer);
    page->settings.language = QString::fromStdString(kept.language);
    if (kept.state != formats::ReadingState::Read || !kept.reading)
        return page;
    std::vector<Paragraph> paragraphs;
    for (const formats::ProjectParagraph& paragraph : kept.text)
        paragraphs.push_back(fromProject(paragraph));
    if (paragraphs.empty())
        paragraphs.emplace_back(); // every document has one
    page->text = std::make_unique<PageText>(kept.reading, std::move(paragraphs));
    return page;
}

} // namespace longhand::ui
