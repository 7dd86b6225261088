#include "ui/page_printer.h"

#include <QAbstractTextDocumentLayout>
#include <QFutureWatcher>
#include <QImage>
#include <QPainter>
#include <QPrinter>
#include <QTextDocument>
#include <QtConcurrent>

namespace longhand::ui
{

namespace
{

constexpr double kTextPt = 11;

void drawPicture(QPainter& painter, const QRectF& sheet, const QImage& picture)
{
    const QSizeF size = QSizeF(picture.size()).scaled(sheet.size(), Qt::KeepAspectRatio);
    const QPointF corner(sheet.left() + (sheet.width() - size.width()) / 2, sheet.top());
    painter.drawImage(QRectF(corner, size), picture);
}

/// Begins a new sheet where the last one is full.
void drawText(QPainter& painter, QPrinter& printer, const QRectF& sheet, const QString& text)
{
    QTextDocument document;
    QFont font = document.defaultFont();
    font.setPointSizeF(kTextPt);
    document.setDefaultFont(font);
    document.documentLayout()->setPaintDevice(&printer);
    document.setDocumentMargin(0);
    document.setPlainText(text);
    document.setPageSize(sheet.size());
    for (int i = 0; i < document.pageCount(); ++i) {
        if (i > 0)
            printer.newPage();
        painter.save();
        painter.translate(sheet.left(), sheet.top() - i * sheet.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, i * sheet.height(), sheet.width(), sheet.height());
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
    }
}

} // namespace

Result<void> printPages(QPrinter& printer, const std::vector<PrintedPage>& pages, PrintContent content)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return Error{ErrorCode::Io, "Printing did not start. Check the printer, or the place of the PDF file."};
    const QRectF sheet(QPointF(0, 0), printer.pageRect(QPrinter::DevicePixel).size());
    bool first = true;
    for (const PrintedPage& page : pages) {
        if (!std::exchange(first, false))
            printer.newPage();
        if (content == PrintContent::PictureAndText) {
            const auto picture = app::readPicture(page.picture);
            if (!picture)
                return picture.error();
            drawPicture(painter, sheet,
                        QImage(picture->pixels.data(), picture->width, picture->height,
                               static_cast<qsizetype>(picture->width) * 3, QImage::Format_RGB888));
            printer.newPage();
        }
        drawText(painter, printer, sheet, page.text);
    }
    return {};
}

PagePrinter::PagePrinter(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PagePrinter::~PagePrinter()
{
    m_pool.waitForDone();
}

void PagePrinter::print(std::shared_ptr<QPrinter> printer, std::vector<PrintedPage> pages, PrintContent content)
{
    auto* watcher = new QFutureWatcher<Result<void>>(this);
    const int count = static_cast<int>(pages.size());
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, count] {
        watcher->deleteLater();
        const Result<void> done = watcher->result();
        if (done)
            Q_EMIT printed(count);
        else
            Q_EMIT failed(done.error());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [printer = std::move(printer), pages = std::move(pages), content] {
        return printPages(*printer, pages, content);
    }));
}

} // namespace longhand::ui
