#include "app/feedback_recorder.h"

#include <system_error>

#include <QFutureWatcher>
#include <QtConcurrent>

#include "app/clean_line.h"
#include "app/line_set_writer.h"
#include "longhand/app/line_strips.h"
#include "longhand/app/page_key.h"
#include "longhand/imaging/line_crop.h"
#include "longhand/text/unicode.h"

namespace longhand::app
{

namespace
{

namespace fs = std::filesystem;

constexpr int kRetryMs = 5000;
constexpr std::size_t kMaxKeys = 64;

bool isSamePage(const PictureSource& a, const PictureSource& b)
{
    return a.file == b.file && a.pasted.cacheKey() == b.pasted.cacheKey() && a.pageIndex == b.pageIndex &&
           a.rotationDeg == b.rotationDeg && a.preprocess == b.preprocess;
}

/// Of a page, while the program runs.
std::string nameOf(const PictureSource& source)
{
    return source.file.string() + '\n' + std::to_string(source.pasted.cacheKey()) + '\n' +
           std::to_string(source.pageIndex);
}

GrayImage toGray(const QImage& picture)
{
    const QImage gray = picture.convertToFormat(QImage::Format_Grayscale8);
    GrayImage result(gray.width(), gray.height());
    for (int y = 0; y < gray.height(); ++y)
        std::copy_n(gray.constScanLine(y), static_cast<std::size_t>(gray.width()), result.row(y));
    return result;
}

QImage toQImage(const GrayImage& image)
{
    QImage result(image.width, image.height, QImage::Format_Grayscale8);
    for (int y = 0; y < image.height; ++y)
        std::copy_n(image.row(y), static_cast<std::size_t>(image.width), result.scanLine(y));
    return result;
}

QImage toQImage(const RgbImage& image)
{
    return QImage(image.pixels.data(), image.width, image.height, image.width * qsizetype{3}, QImage::Format_RGB888)
        .copy();
}

feedback::Correction correctionOf(const CorrectedLine& line)
{
    feedback::Correction correction;
    correction.machineText = line.reading.text;
    correction.humanText = line.text;
    correction.confidence = line.reading.confidence;
    for (const formats::Word& word : line.reading.words)
        correction.machineWords.push_back({word.text, word.confidence});
    correction.model = line.model;
    correction.writer = line.writer;
    correction.pageName = line.source.name;
    correction.lineId = line.reading.id;
    correction.outline = line.reading.outline;
    correction.language = line.language;
    correction.draft = line.draft;
    return correction;
}

} // namespace

FeedbackRecorder::FeedbackRecorder(fs::path database) : m_database(std::move(database)), m_retry(this)
{
    m_cleaner.setMaxThreadCount(1);
    m_cleaner.setThreadPriority(QThread::LowPriority);
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &FeedbackRecorder::writeWaiting);
}

FeedbackRecorder::~FeedbackRecorder()
{
    m_cleaner.clear();
    m_cleaner.waitForDone();
}

Result<feedback::FeedbackStore*> FeedbackRecorder::store()
{
    if (!m_store) {
        auto opened = feedback::FeedbackStore::open(m_database);
        if (!opened)
            return opened.error();
        m_store = *std::move(opened);
    }
    return m_store.get();
}

std::string FeedbackRecorder::keyOf(const PictureSource& source)
{
    std::string cached = std::to_string(source.pasted.cacheKey());
    if (!source.file.empty()) {
        std::error_code error;
        const auto written = fs::last_write_time(source.file, error).time_since_epoch().count();
        const auto size = error ? 0 : fs::file_size(source.file, error);
        cached = source.file.string() + '\n' + std::to_string(written) + '\n' + std::to_string(size);
    }
    cached += '\n' + std::to_string(source.pageIndex);
    if (const auto known = m_keys.find(cached); known != m_keys.end())
        return known->second;
    auto key = pageKey(source);
    if (!key)
        return {}; // the file is gone: the line is known by its picture alone
    if (m_keys.size() >= kMaxKeys)
        m_keys.clear();
    return m_keys[cached] = *std::move(key);
}

bool FeedbackRecorder::isCleaned(const PictureSource& source) const
{
    return m_cleanSource && isSamePage(*m_cleanSource, source);
}

Result<GrayImage> FeedbackRecorder::cut(const CorrectedLine& line)
{
    if (isCleaned(line.source) && m_clean)
        return cutFromClean(*m_clean, line.reading);
    QImage page = line.picture;
    if (page.isNull()) {
        const auto picture = readPicture(line.source);
        if (!picture)
            return picture.error();
        page = toQImage(*picture);
    }
    const QImage strip = cutStrip(page, line.reading, kMaxLineSetHeightPx).picture;
    if (strip.isNull())
        return Error{ErrorCode::InvalidInput, "A line that lies outside of its page cannot be learnt."};
    return toGray(strip);
}

void FeedbackRecorder::record(const CorrectedLine& line)
{
    auto picture = cut(line);
    if (!picture) {
        // Said again with each pause in typing, it would come back as often as it is closed.
        if (m_uncut.insert(nameOf(line.source) + '\n' + picture.error().detail).second)
            Q_EMIT failed(picture.error());
        return;
    }
    feedback::Correction correction = correctionOf(line);
    correction.picture = *std::move(picture);
    correction.pageKey = keyOf(line.source);
    const qint64 id = write(correction);
    if (id == 0 || isCleaned(line.source))
        return;
    m_rough[{correction.pageKey, correction.lineId}] = {line.source, line.reading, id};
    cleanNext();
}

qint64 FeedbackRecorder::write(const feedback::Correction& correction)
{
    const Place place{correction.pageKey, correction.lineId};
    auto opened = store();
    const auto id = opened ? (*opened)->record(correction) : Result<std::int64_t>(opened.error());
    if (!id) {
        const bool isFirst = m_waiting.empty();
        m_waiting[place] = correction;
        m_retry.start();
        if (isFirst)
            Q_EMIT failed(m_failure = id.error());
        return 0;
    }
    if (m_waiting.erase(place) > 0 && m_waiting.empty())
        Q_EMIT recovered(m_failure);
    Q_EMIT recorded(QString::fromStdString(place.first), QString::fromStdString(place.second));
    Q_EMIT changed();
    return *id;
}

void FeedbackRecorder::writeWaiting()
{
    const auto waiting = m_waiting;
    for (const auto& [place, correction] : waiting)
        if (write(correction) == 0)
            return; // the others would fail alike
    m_retry.stop();
}

void FeedbackRecorder::finish()
{
    writeWaiting();
    m_cleaner.clear();
}

void FeedbackRecorder::withdraw(const PictureSource& source, const std::string& lineId)
{
    const Place place{keyOf(source), lineId};
    m_waiting.erase(place);
    m_rough.erase(place);
    auto opened = store();
    const auto lines = opened ? (*opened)->withdraw(place.first, place.second) : Result<int>(opened.error());
    if (!lines)
        Q_EMIT failed(lines.error());
    else if (*lines > 0)
        Q_EMIT changed();
}

void FeedbackRecorder::change(const std::function<Result<void>(feedback::FeedbackStore&)>& edit)
{
    auto opened = store();
    if (auto done = opened ? edit(**opened) : Result<void>(opened.error()); !done)
        Q_EMIT failed(done.error());
    Q_EMIT changed();
}

void FeedbackRecorder::list(int request, const feedback::LineFilter& filter)
{
    const auto collect = [&]() -> Result<CorrectionList> {
        auto opened = store();
        if (!opened)
            return opened.error();
        auto lines = (*opened)->lines(filter);
        if (!lines)
            return lines.error();
        auto writers = (*opened)->writers();
        if (!writers)
            return writers.error();
        auto pages = (*opened)->pages();
        if (!pages)
            return pages.error();
        return CorrectionList{*std::move(lines), *std::move(writers), *std::move(pages)};
    };
    if (const auto found = collect())
        Q_EMIT listed(request, *found);
    else
        Q_EMIT failed(found.error());
}

void FeedbackRecorder::loadPicture(qint64 id)
{
    auto opened = store();
    if (!opened)
        return;
    if (const auto picture = (*opened)->picture(id))
        Q_EMIT pictureLoaded(id, toQImage(*picture));
}

void FeedbackRecorder::setPageWriter(const PictureSource& source, const std::string& writer)
{
    const std::string key = keyOf(source);
    if (key.empty())
        return; // the file is gone, and with it what says which lines are its
    for (auto& [place, correction] : m_waiting)
        if (place.first == key)
            correction.writer = writer;
    change([&](feedback::FeedbackStore& corrections) -> Result<void> {
        feedback::LineFilter filter;
        filter.pageKey = key;
        const auto lines = corrections.lines(filter);
        if (!lines)
            return lines.error();
        for (const feedback::StoredLine& line : *lines)
            if (line.writer != writer)
                if (auto set = corrections.setWriter(line.id, writer); !set)
                    return set;
        return {};
    });
}

void FeedbackRecorder::tellWriters()
{
    auto opened = store();
    const auto writers = opened ? (*opened)->writers() : opened.error();
    if (!writers) {
        Q_EMIT failed(writers.error());
        return;
    }
    QStringList names;
    for (const feedback::WriterSummary& writer : *writers)
        if (!writer.name.empty())
            names.append(QString::fromStdString(writer.name));
    Q_EMIT writersKnown(names);
}

void FeedbackRecorder::cleanNext()
{
    if (m_cleaning || m_rough.empty())
        return;
    m_cleaning = true;
    const PictureSource source = m_rough.begin()->second.source;
    auto* watcher = new QFutureWatcher<CleanPage>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, source] {
        watcher->deleteLater();
        m_cleaning = false;
        if (watcher->future().resultCount() > 0)
            onCleaned(source, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_cleaner, [source]() -> CleanPage {
        const auto picture = readPicture(source);
        auto clean = picture ? imaging::preprocess(*picture, source.preprocess) : picture.error();
        return clean ? std::make_shared<const imaging::CleanPage>(*std::move(clean)) : nullptr;
    }));
}

void FeedbackRecorder::onCleaned(const PictureSource& source, const CleanPage& page)
{
    m_clean = page;
    m_cleanSource = source;
    const auto opened = store();
    std::erase_if(m_rough, [&](const auto& entry) {
        const RoughLine& line = entry.second;
        if (!isSamePage(line.source, source))
            return false;
        // Without a better picture the first one stays: it shows the same ink.
        if (const auto picture = page ? cutFromClean(*page, line.reading) : Error{}; picture && opened)
            (void)(*opened)->setPicture(line.id, *picture).ok();
        return true;
    });
    Q_EMIT changed();
    cleanNext();
}

} // namespace longhand::app
