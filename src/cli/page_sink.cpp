#include "cli/page_sink.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "cli/output_names.h"
#include "cli/terminal.h"
#include "longhand/base/files.h"

namespace longhand::cli
{

namespace
{

namespace fs = std::filesystem;
using formats::Format;

/// Guards the pictures that are read against being replaced by what is written.
class InputGuard
{
public:
    explicit InputGuard(const std::vector<Input>& inputs)
    {
        for (const Input& input : inputs)
            m_files.insert(resolved(input.file));
    }

    [[nodiscard]] Result<void> check(const fs::path& output) const
    {
        if (m_files.count(resolved(output)) == 0)
            return {};
        return Error{ErrorCode::InvalidInput, "Cannot write " + quoted(output) +
                                                  ": it is one of the pictures to read. Choose another name with -o."};
    }

private:
    static fs::path resolved(const fs::path& file)
    {
        std::error_code error;
        const fs::path path = fs::weakly_canonical(file, error);
        return error ? file : path;
    }

    std::set<fs::path> m_files;
};

Result<void> createFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error)
        return {};
    if (error == std::errc::permission_denied || error == std::errc::read_only_file_system)
        return Error{ErrorCode::NoPermission, "Cannot create the folder " + quoted(folder) +
                                                  ": permission denied. Choose another place with -o."};
    return Error{ErrorCode::Io, "Cannot create the folder " + quoted(folder) + ": " + error.message() +
                                    ". Choose another place with -o."};
}

formats::Document makeDocument(const std::string& modelName)
{
    formats::Document document;
    document.modelName = modelName;
    return document;
}

/// Plain text as it is read. Where there is more than one page, a heading tells whose text follows.
class TextToStdout final : public PageSink
{
public:
    TextToStdout(const std::vector<Input>& inputs, formats::TextLayout layout) : m_inputs(inputs), m_layout(layout) {}

    Result<void> add(std::size_t inputIndex, app::Transcription transcription) override
    {
        std::string text;
        const std::size_t pages = transcription.pages.size();
        for (std::size_t i = 0; i < pages; ++i) {
            if (m_inputs.size() > 1 || pages > 1) {
                text += std::exchange(m_first, false) ? "==> " : "\n==> ";
                text += m_inputs[inputIndex].file.string();
                text += pages > 1 ? ", page " + std::to_string(i + 1) + " <==\n" : " <==\n";
            }
            text += formats::plainText(formats::arranged(transcription.pages[i], m_layout));
        }
        return writeToStdout(text);
    }

private:
    const std::vector<Input>& m_inputs;
    formats::TextLayout m_layout;
    bool m_first = true;
};

/// All pages in one document, written at the end to a file or to standard output.
class DocumentSink final : public PageSink
{
public:
    DocumentSink(OutputPlan plan, const std::string& modelName)
        : m_plan(std::move(plan)), m_document(makeDocument(modelName))
    {
    }

    Result<void> add(std::size_t, app::Transcription transcription) override
    {
        std::move(transcription.pages.begin(), transcription.pages.end(), std::back_inserter(m_document.pages));
        if (needsPictures(m_plan.format))
            std::move(transcription.pictures.begin(), transcription.pictures.end(), std::back_inserter(m_pictures));
        return {};
    }

    Result<void> finish() override
    {
        if (m_document.pages.empty())
            return {}; // nothing could be read, and that was said; what the file held before is worth more
        const auto bytes =
            formats::serialize(formats::arranged(m_document, m_plan.format, m_plan.layout), m_plan.format, m_pictures);
        if (!bytes)
            return bytes.error();
        return m_plan.target == OutputPlan::Target::Stdout ? writeToStdout(*bytes)
                                                           : writeFileAtomically(m_plan.path, *bytes);
    }

private:
    OutputPlan m_plan;
    formats::Document m_document;
    std::vector<RgbImage> m_pictures;
};

/// A file for every page.
class FolderSink final : public PageSink
{
public:
    FolderSink(OutputPlan plan, const std::vector<Input>& inputs, std::string modelName)
        : m_plan(std::move(plan)), m_modelName(std::move(modelName)), m_guard(inputs),
          m_names(inputs, std::string(formats::fileSuffix(m_plan.format)))
    {
    }

    Result<void> add(std::size_t inputIndex, app::Transcription transcription) override
    {
        for (std::size_t i = 0; i < transcription.pages.size(); ++i) {
            const fs::path file = m_plan.path / m_names.take(inputIndex, i);
            if (auto allowed = m_guard.check(file); !allowed)
                return allowed;
            formats::Document document = makeDocument(m_modelName);
            document.pages.push_back(std::move(transcription.pages[i]));
            std::vector<RgbImage> pictures;
            if (needsPictures(m_plan.format))
                pictures.push_back(std::move(transcription.pictures[i]));
            const auto bytes =
                formats::serialize(formats::arranged(document, m_plan.format, m_plan.layout), m_plan.format, pictures);
            if (!bytes)
                return bytes.error();
            if (auto created = createFolder(file.parent_path()); !created)
                return created;
            if (auto written = writeFileAtomically(file, *bytes); !written)
                return written;
        }
        return {};
    }

private:
    OutputPlan m_plan;
    std::string m_modelName;
    InputGuard m_guard;
    OutputNames m_names;
};

Result<void> prepareFile(const OutputPlan& plan, const std::vector<Input>& inputs)
{
    if (auto allowed = InputGuard(inputs).check(plan.path); !allowed)
        return allowed;
    const fs::path parent = plan.path.has_parent_path() ? plan.path.parent_path() : fs::path(".");
    std::error_code ignored;
    if (!fs::is_directory(parent, ignored))
        return Error{ErrorCode::NotFound, "Cannot write " + quoted(plan.path) + ": there is no folder " +
                                              quoted(parent) + ". Create it first."};
    return {};
}

} // namespace

bool needsPictures(Format format)
{
    return format == Format::Pdf;
}

Result<std::unique_ptr<PageSink>> openSink(const OutputPlan& plan, const std::vector<Input>& inputs,
                                           const std::string& modelName)
{
    switch (plan.target) {
    case OutputPlan::Target::Folder:
        if (auto created = createFolder(plan.path); !created)
            return created.error();
        return std::unique_ptr<PageSink>(std::make_unique<FolderSink>(plan, inputs, modelName));
    case OutputPlan::Target::File:
        if (auto prepared = prepareFile(plan, inputs); !prepared)
            return prepared.error();
        break;
    case OutputPlan::Target::Stdout:
        if (plan.format == Format::Txt)
            return std::unique_ptr<PageSink>(std::make_unique<TextToStdout>(inputs, plan.layout));
        break;
    }
    return std::unique_ptr<PageSink>(std::make_unique<DocumentSink>(plan, modelName));
}

} // namespace longhand::cli
