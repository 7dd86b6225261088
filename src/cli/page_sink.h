#pragma once

#include <memory>
#include <vector>

#include "cli/inputs.h"
#include "cli/output_plan.h"
#include "longhand/app/page_transcriber.h"

namespace longhand::cli
{

/// Takes the pages of one file after the other and brings them where they belong.
class PageSink
{
public:
    virtual ~PageSink() = default;
    virtual Result<void> add(std::size_t inputIndex, app::Transcription transcription) = 0;
    /// After the last file; not called when the user stopped the program, so that old output stays whole.
    virtual Result<void> finish() { return {}; }
};

/// Whether the transcriptions of a sink of this format must come with their pictures.
bool needsPictures(formats::Format format);

/// Prepares the place that `plan` names, so that nothing is read in vain. Errors: NotFound, NoPermission, Io;
/// InvalidInput when a picture would be overwritten. `inputs` must outlive the sink.
Result<std::unique_ptr<PageSink>> openSink(const OutputPlan& plan, const std::vector<Input>& inputs,
                                           const std::string& modelName);

} // namespace longhand::cli
