#include "longhand/app/data_import.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include <QByteArray>
#include <QCryptographicHash>

#include "app/line_samples.h"
#include "app/line_set_writer.h"
#include "app/sample_reader.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

/// A picture as one value: equal pixels, equal key.
std::string pictureKey(const GrayImage& picture)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(picture.width));
    hash.addData(QByteArray::fromRawData(reinterpret_cast<const char*>(picture.pixels.data()),
                                         static_cast<qsizetype>(picture.pixels.size())));
    return hash.result().toStdString();
}

/// Puts samples into a set, one by one.
class Importer
{
public:
    Importer(const ImportRequest& request, LineSetWriter& output, ImportReport& report)
        : m_request(request), m_output(output), m_report(report)
    {
    }

    Result<void> add(const LineSample& sample)
    {
        LineRecord record;
        record.text = sampleText(sample.text, m_request.foldQuotes);
        if (record.text.empty()) {
            m_report.problems.add(ImportProblem::EmptyText, sample.name);
            return {};
        }
        const auto read = m_reader.read(sample);
        if (const auto* fault = std::get_if<SampleFault>(&read)) {
            m_report.problems.add(fault->problem, fault->detail);
            return {};
        }
        const auto& picture = std::get<SamplePicture>(read);
        const auto [known, isNew] = m_texts.emplace(pictureKey(picture.pixels), record.text);
        if (!isNew) {
            m_report.problems.add(
                known->second == record.text ? ImportProblem::Duplicate : ImportProblem::Contradiction, sample.name);
            return {};
        }
        record.split = sample.split;
        record.writer = sample.writer;
        record.language = sample.language.empty() ? m_request.language : sample.language;
        const auto added = picture.fileBytes.empty()
                               ? m_output.add(picture.pixels, record)
                               : m_output.addFile(picture.fileBytes, sample.picture.extension().string(), record);
        if (!added)
            return added;
        ++m_report.lines;
        ++m_report.splits[record.split];
        m_writers.insert(record.writer);
        m_report.writers = m_writers.size();
        return {};
    }

private:
    const ImportRequest& m_request;
    LineSetWriter& m_output;
    ImportReport& m_report;
    SampleReader m_reader;
    std::map<std::string, std::string> m_texts; ///< by picture
    std::set<std::string> m_writers;
};

} // namespace

Result<ImportReport> importLines(const ImportRequest& request, std::stop_token stop, const ProgressFn& progress)
{
    ImportReport report;
    if (request.format) {
        report.format = *request.format;
    } else {
        const auto detected = detectSampleFormat(request.source);
        if (!detected)
            return detected.error();
        report.format = *detected;
    }
    auto samples = listSamples(request.source, report.format, report.problems);
    if (!samples)
        return samples.error();
    if (samples->empty()) {
        std::string reasons;
        for (const auto& [problem, kind] : report.problems.kinds())
            reasons += ", " + std::to_string(kind.count) + ' ' + std::string(describe(problem));
        return Error{ErrorCode::InvalidInput, "There is no line to import in " + quoted(request.source) + " (format '" +
                                                  std::string(sampleFormatName(report.format)) + "'" + reasons +
                                                  "). Name another folder, or another --format."};
    }
    report.splitBy = request.splitBy == SplitBy::Auto ? groupsOf(*samples) : request.splitBy;
    assignSplits(*samples, report.splitBy, request.valShare, request.testShare, request.seed);
    auto output = LineSetWriter::create(request.output);
    if (!output)
        return output.error();
    Importer importer(request, *output, report);
    const int total = static_cast<int>(samples->size());
    for (int i = 0; i < total; ++i) {
        if (stop.stop_requested())
            return Error{ErrorCode::Stopped, "Stopped."};
        if (progress)
            progress(i, total);
        if (const auto added = importer.add((*samples)[static_cast<std::size_t>(i)]); !added)
            return added.error();
    }
    if (const auto finished = output->finish(); !finished)
        return finished.error();
    if (progress)
        progress(total, total);
    return report;
}

} // namespace longhand::app
