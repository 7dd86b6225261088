#include "ui/enrolment_sheet.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextDocument>

#include "longhand/app/enrolment.h"

namespace longhand::ui
{

namespace
{

constexpr double kTextPt = 13;

struct EnrolmentSheet {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::EnrolmentSheet)
};

} // namespace

bool drawEnrolmentSheet(QPagedPaintDevice& device, const QString& language)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    QString html =
        QStringLiteral("<h2>%1</h2><p>%2</p><ol>")
            .arg(EnrolmentSheet::tr("A sample of your hand"),
                 EnrolmentSheet::tr("Copy these sentences by hand, as you usually write, onto a blank or ruled sheet: "
                                    "one below the other, each beginning on a new line, without the numbers. Then "
                                    "photograph the sheet and drop the picture on Longhand’s window for it."));
    for (const std::string& sentence : app::enrolmentSentences(language.toStdString()))
        html += QStringLiteral("<li style=\"margin-bottom:9pt\">%1</li>")
                    .arg(QString::fromStdString(sentence).toHtmlEscaped());
    html += QStringLiteral("</ol>");
    QTextDocument document;
    document.setDocumentMargin(0);
    QFont font = document.defaultFont();
    font.setPointSizeF(kTextPt);
    document.setDefaultFont(font);
    // Points, whatever the device's resolution.
    const double scale = painter.device()->logicalDpiX() / 72.0;
    const QSizeF sheetPt = QSizeF(painter.viewport().size()) / scale;
    document.setHtml(html);
    document.setPageSize(QSizeF(sheetPt.width(), 1e6));
    font.setPixelSize(static_cast<int>(kTextPt));
    document.setDefaultFont(font);
    const double fit = std::min(1.0, sheetPt.height() / document.documentLayout()->documentSize().height());
    painter.scale(scale * fit, scale * fit);
    document.drawContents(&painter);
    return painter.end();
}

QString languageName(const QString& language)
{
    if (language == QStringLiteral("fr"))
        return EnrolmentSheet::tr("French");
    if (language == QStringLiteral("de"))
        return EnrolmentSheet::tr("German");
    return EnrolmentSheet::tr("English");
}

} // namespace longhand::ui
