#pragma once

#include <span>
#include <string>

#include "longhand/nn/model_file.h"

namespace longhand::training
{

/// Characters of the texts that the alphabet lacks, each once, in order of their first appearance.
std::u32string newCharacters(const text::Alphabet& alphabet, std::span<const std::u32string> texts);

/// A model that can also write `characters`: their classes come behind the old ones, whose weights stay bit-identical.
/// A new class begins as an average character that is a little less likely, so that it changes hardly any reading.
Result<nn::LoadedModel> growAlphabet(nn::LoadedModel model, const std::u32string& characters);

} // namespace longhand::training
