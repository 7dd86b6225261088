#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QString>
#include <QThreadPool>

#include "longhand/app/picture_source.h"
#include "longhand/base/result.h"

class QPrinter;

namespace longhand::ui
{

struct PrintedPage {
    QString text;
    app::PictureSource picture; ///< read when it is printed too
};

enum class PrintContent { Text, PictureAndText };

/// Every page begins on a sheet of its own: the text, or the picture and the text behind it. Blocks; any thread.
/// Errors: those of app::readPicture; Io when the printer does not start.
Result<void> printPages(QPrinter& printer, const std::vector<PrintedPage>& pages, PrintContent content);

/// The same away from the GUI thread. All members are called on the GUI thread; signals arrive there.
class PagePrinter : public QObject
{
    Q_OBJECT
public:
    explicit PagePrinter(QObject* parent = nullptr);
    /// Waits until everything handed in is printed.
    ~PagePrinter() override;

    void print(std::shared_ptr<QPrinter> printer, std::vector<PrintedPage> pages, PrintContent content);

Q_SIGNALS:
    void printed(int pages);
    void failed(const longhand::Error& error);

private:
    QThreadPool m_pool;
};

} // namespace longhand::ui
