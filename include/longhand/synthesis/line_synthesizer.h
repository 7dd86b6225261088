#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/result.h"

namespace longhand::synthesis
{

struct SynthesisSources {
    std::vector<std::filesystem::path> texts; ///< UTF-8, one paragraph a line
    std::filesystem::path fonts;              ///< folder of font files (TrueType, OpenType, WOFF)
    std::string language = "en";              ///< phrases are added for en, fr and de
    std::uint64_t seed = 1;
    double capitals = 0.04; ///< share of the lines written in block capitals throughout, 0..1
};

struct SyntheticLine {
    std::string text;           ///< UTF-8, what a reader should read
    std::string writer;         ///< font and number of the hand that uses it
    bool forValidation = false; ///< one font in fifty is kept from training
    GrayImage picture;          ///< dark ink on light paper, 56 to 96 px high, before compression
    std::string jpeg;           ///< the same as a file; its compression is part of the look
};

/// Writes lines of text in handwriting fonts. The n-th line depends on the sources and n alone, so that several
/// synthesizers can share the work. One thread at a time.
class LineSynthesizer
{
public:
    /// Errors: those of readFile for a text; NotFound for a folder without fonts; Damaged for a broken font;
    /// InvalidInput for texts with nothing to write.
    static Result<LineSynthesizer> open(const SynthesisSources& sources);
    /// One that shares the texts; fonts are opened again.
    [[nodiscard]] Result<LineSynthesizer> another() const;
    LineSynthesizer(LineSynthesizer&&) noexcept;
    LineSynthesizer& operator=(LineSynthesizer&&) noexcept;
    ~LineSynthesizer();

    [[nodiscard]] std::size_t fontCount() const;
    /// Text that no font can draw is passed over. Errors: InvalidInput when that happens again and again.
    [[nodiscard]] Result<SyntheticLine> line(std::uint64_t number) const;

private:
    struct State;
    explicit LineSynthesizer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace longhand::synthesis
