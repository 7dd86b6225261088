#include "ui/enrolment_dialog.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/background.h"
#include "ui/enrolment_sheet.h"
#include "ui/notice.h"

namespace longhand::ui
{

namespace
{

constexpr int kRowHeightPx = 48;
constexpr int kPictureWidthPx = 380;
constexpr int kMarginMm = 20;
constexpr QChar kFigureSpace(0x2007); ///< as wide as a figure

enum Column { PictureColumn, TextColumn, ColumnCount };
enum Page { SentencesPage, LinesPage }; ///< of the stack, in its order

QImage toQImage(const GrayImage& image)
{
    QImage result(image.width, image.height, QImage::Format_Grayscale8);
    for (int y = 0; y < image.height; ++y)
        std::copy_n(image.row(y), static_cast<std::size_t>(image.width), result.scanLine(y));
    return result;
}

QString photoOf(const QMimeData& data)
{
    const auto urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

EnrolmentDialog::EnrolmentDialog(app::LearningPlaces places, const QString& language, QWidget* parent)
    : QDialog(parent), m_places(std::move(places)), m_notice(new Notice), m_stack(new QStackedWidget),
      m_language(new QComboBox), m_sentences(new QLabel), m_busy(new QProgressBar),
      m_photo(new QPushButton(tr("&Open the Photo…"))), m_lines(new QTableWidget), m_writer(new QLineEdit),
      m_keep(new QPushButton)
{
    setObjectName(QStringLiteral("enrolmentDialog"));
    setWindowTitle(tr("Sample Sheet"));
    setAcceptDrops(true);
    resize(760, 620);
    m_stack->addWidget(makeSentences());
    m_stack->addWidget(makeConfirmation());
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    for (const std::string& code : app::enrolmentLanguages()) {
        const QString tag = QString::fromStdString(code);
        m_language->addItem(languageName(tag), tag);
    }
    m_language->setCurrentIndex(std::max(0, m_language->findData(language.left(2))));
    connect(m_language, &QComboBox::currentIndexChanged, this, &EnrolmentDialog::showSentences);
    showSentences();
}

EnrolmentDialog::~EnrolmentDialog()
{
    m_stop.request_stop();
}

QWidget* EnrolmentDialog::makeSentences()
{
    m_language->setObjectName(QStringLiteral("enrolmentLanguage"));
    m_language->setAccessibleName(tr("Language of the sentences"));
    m_sentences->setObjectName(QStringLiteral("enrolmentSentences"));
    m_sentences->setTextFormat(Qt::PlainText);
    m_sentences->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentences->setMargin(12);
    m_sentences->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QFont larger = m_sentences->font();
    larger.setPointSizeF(larger.pointSizeF() * 1.15);
    m_sentences->setFont(larger);
    m_sentences->setBackgroundRole(QPalette::Base);
    m_sentences->setAutoFillBackground(true);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_sentences);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Reading the photo"));
    m_busy->hide();
    m_photo->setObjectName(QStringLiteral("enrolmentPhotoButton"));
    auto* print = new QPushButton(tr("&Print…"));
    print->setObjectName(QStringLiteral("enrolmentPrintButton"));
    auto* pdf = new QPushButton(tr("&Save as PDF…"));
    pdf->setObjectName(QStringLiteral("enrolmentPdfButton"));
    auto* what =
        new QLabel(tr("Copy these sentences by hand, as you usually write: one below the other, each beginning "
                      "on a new line. Then photograph the sheet and drop the picture here. Longhand finds "
                      "which line is which sentence; you confirm, and it can learn from them at once."));
    what->setWordWrap(true);
    auto* choose = new QFormLayout;
    choose->addRow(tr("Language:"), m_language);
    choose->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(print);
    buttons->addWidget(pdf);
    buttons->addStretch(1);
    buttons->addWidget(m_photo);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(what);
    column->addLayout(choose);
    column->addWidget(scroll, 1);
    column->addWidget(m_busy);
    column->addLayout(buttons);
    connect(print, &QPushButton::clicked, this, &EnrolmentDialog::print);
    connect(pdf, &QPushButton::clicked, this, &EnrolmentDialog::savePdf);
    connect(m_photo, &QPushButton::clicked, this, &EnrolmentDialog::askForPhoto);
    return page;
}

QWidget* EnrolmentDialog::makeConfirmation()
{
    m_lines->setObjectName(QStringLiteral("enrolmentLines"));
    m_lines->setAccessibleName(tr("Lines of the photo and their sentences"));
    m_lines->setColumnCount(ColumnCount);
    m_lines->setHorizontalHeaderLabels({tr("Line"), tr("Its text; empty: not learnt from")});
    m_lines->setColumnWidth(PictureColumn, kPictureWidthPx);
    m_lines->horizontalHeader()->setStretchLastSection(true);
    m_lines->verticalHeader()->hide();
    m_lines->setIconSize({kPictureWidthPx, kRowHeightPx});
    m_writer->setObjectName(QStringLiteral("enrolmentWriter"));
    m_writer->setAccessibleName(tr("Whose hand it is"));
    m_writer->setPlaceholderText(tr("May be left empty"));
    m_keep->setObjectName(QStringLiteral("enrolmentKeepButton"));
    m_keep->setDefault(true);
    auto* back = new QPushButton(tr("&Back"));
    back->setObjectName(QStringLiteral("enrolmentBackButton"));
    auto* what =
        new QLabel(tr("Check that each line has its text. Mend what you wrote otherwise, and empty what should "
                      "not be learnt from."));
    what->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("Whose hand:"), m_writer);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(what);
    column->addWidget(m_lines, 1);
    column->addLayout(form);
    column->addLayout(buttons);
    connect(m_lines, &QTableWidget::itemChanged, this, &EnrolmentDialog::updateKeep);
    connect(m_keep, &QPushButton::clicked, this, &EnrolmentDialog::keep);
    connect(back, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(SentencesPage); });
    return page;
}

void EnrolmentDialog::showSentences()
{
    QStringList lines;
    int number = 0;
    for (const std::string& sentence : app::enrolmentSentences(m_language->currentData().toString().toStdString()))
        lines << QStringLiteral("%1.  %2").arg(++number, 2, 10, kFigureSpace).arg(QString::fromStdString(sentence));
    m_sentences->setText(lines.join(QLatin1Char('\n')));
}

void EnrolmentDialog::print()
{
    auto printer = std::make_shared<QPrinter>();
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        if (!drawEnrolmentSheet(*printer, m_language->currentData().toString()))
            m_notice->show(tr("Printing did not start. Check the printer."));
    });
    dialog->open();
}

void EnrolmentDialog::savePdf()
{
    auto* dialog = new QFileDialog(this, tr("Save the Sample Sheet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->selectFile(tr("longhand-sample-sheet") + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        QPdfWriter pdf(file);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
        pdf.setTitle(tr("A sample of your hand"));
        m_notice->show(drawEnrolmentSheet(pdf, m_language->currentData().toString())
                           ? tr("Saved as %1").arg(file)
                           : tr("%1 cannot be written. Choose another place.").arg(file));
    });
    dialog->open();
}

void EnrolmentDialog::askForPhoto()
{
    auto* dialog = new QFileDialog(this, tr("Open the Photo of the Sample Sheet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &EnrolmentDialog::readPhoto);
    dialog->open();
}

void EnrolmentDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (takesPhoto() && !photoOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

bool EnrolmentDialog::takesPhoto() const
{
    return m_stack->currentIndex() == SentencesPage && m_photo->isEnabled();
}

void EnrolmentDialog::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    readPhoto(photoOf(*event->mimeData()));
}

void EnrolmentDialog::readPhoto(const QString& file)
{
    if (!takesPhoto())
        return;
    m_notice->hide();
    m_busy->show();
    m_photo->setEnabled(false);
    app::PictureSource source;
    source.file = QFileInfo(file).filesystemFilePath();
    source.name = QFileInfo(file).fileName().toStdString();
    inBackground(
        *this,
        [places = m_places, source, language = m_language->currentData().toString().toStdString(),
         stop = m_stop.get_token()]() -> Result<app::EnrolmentSheet> {
            const auto model = app::modelInUse(places);
            if (!model)
                return model.error();
            return app::readEnrolment(source, language, *model, stop);
        },
        [this](const Result<app::EnrolmentSheet>& sheet) {
            m_busy->hide();
            m_photo->setEnabled(true);
            if (!sheet) {
                m_notice->show(QString::fromStdString(sheet.error().detail));
                return;
            }
            if (sheet->lines.empty()) {
                m_notice->show(tr("No line was found in the picture. Photograph the sheet from above, with all of it "
                                  "in the picture."));
                return;
            }
            m_sheet = *sheet;
            showLines();
        });
}

void EnrolmentDialog::showLines()
{
    m_lines->setRowCount(static_cast<int>(m_sheet.lines.size()));
    int uncertain = 0;
    for (int row = 0; row < m_lines->rowCount(); ++row) {
        const app::EnrolledLine& line = m_sheet.lines[static_cast<std::size_t>(row)];
        auto* picture = new QTableWidgetItem; // these: owned by the table
        picture->setIcon(QIcon(QPixmap::fromImage(toQImage(line.picture))));
        picture->setFlags(Qt::ItemIsEnabled);
        picture->setData(Qt::AccessibleTextRole, tr("Line %1").arg(row + 1));
        auto* text = new QTableWidgetItem(QString::fromStdString(line.text));
        if (!line.text.empty() && !line.certain) {
            ++uncertain;
            QFont italic = text->font();
            italic.setItalic(true);
            text->setFont(italic);
            text->setToolTip(tr("Not certain: look at it"));
        }
        m_lines->setItem(row, PictureColumn, picture);
        m_lines->setItem(row, TextColumn, text);
        m_lines->setRowHeight(row, kRowHeightPx + 6);
    }
    if (uncertain > 0)
        m_notice->show(tr("%n texts in italics are not certain: look at them.", nullptr, uncertain));
    m_stack->setCurrentIndex(LinesPage);
    updateKeep();
}

void EnrolmentDialog::updateKeep()
{
    int texts = 0;
    for (int row = 0; row < m_lines->rowCount(); ++row)
        if (const QTableWidgetItem* item = m_lines->item(row, TextColumn); item && !item->text().trimmed().isEmpty())
            ++texts;
    m_keep->setText(texts == 1 ? tr("&Keep This Line") : tr("&Keep These %n Lines", nullptr, texts));
    m_keep->setEnabled(texts > 0);
}

void EnrolmentDialog::keep()
{
    for (int row = 0; row < m_lines->rowCount(); ++row)
        m_sheet.lines[static_cast<std::size_t>(row)].text =
            m_lines->item(row, TextColumn)->text().simplified().normalized(QString::NormalizationForm_C).toStdString();
    m_keep->setEnabled(false);
    inBackground(
        *this,
        [store = m_places.store, sheet = m_sheet, writer = m_writer->text().simplified().toStdString()] {
            return app::keepEnrolment(store, sheet, writer);
        },
        [this](const Result<std::size_t>& kept) {
            if (!kept) {
                m_notice->show(QString::fromStdString(kept.error().detail));
                updateKeep();
                return;
            }
            Q_EMIT linesKept(static_cast<int>(*kept));
            accept();
        });
}

} // namespace longhand::ui
