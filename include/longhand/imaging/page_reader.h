#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "longhand/base/image.h"
#include "longhand/base/result.h"

namespace longhand::imaging
{

/// One picture as the user sees it: EXIF orientation applied, alpha laid over white, 16-bit scaled, CMYK and palette
/// converted.
struct PageImage {
    RgbImage color;
    int pageIndex = 0; ///< 0-based within a multi-page file
};

/// A page to be recognised by, not to be read.
struct SmallPage {
    RgbImage color;
    int widthPx = 0; ///< these two: of the whole page
    int heightPx = 0;
};

inline constexpr double kMaxMegapixels = 120; ///< larger pictures are refused before they are decoded

/// An opened picture file whose pages are decoded one at a time, so that a thick multi-page scan needs the memory of
/// one.
class PictureFile
{
public:
    /// Reads the file and checks it without decoding; the content decides what it is, not the suffix.
    /// Errors: NotFound, NoPermission, InvalidInput (empty, not a picture), Damaged, TooLarge, Unsupported.
    static Result<PictureFile> open(const std::filesystem::path& path);
    PictureFile(PictureFile&&) noexcept;
    PictureFile& operator=(PictureFile&&) noexcept;
    ~PictureFile();

    [[nodiscard]] int pageCount() const; ///< at least 1
    /// Errors: Damaged, TooLarge (more than kMaxMegapixels; refused before anything is decoded).
    [[nodiscard]] Result<PageImage> page(int index) const;
    /// The page at a half, a quarter or an eighth of its size where its format can be decoded so, which takes a
    /// fraction of the time (JPEG), and no smaller than `longSidePx`. Errors: as above.
    [[nodiscard]] Result<SmallPage> smallPage(int index, int longSidePx) const;

private:
    struct State;
    explicit PictureFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// All pages of a JPEG, PNG, TIFF (multi-page), WebP or BMP file; the content decides, not the suffix.
/// Errors: NotFound, NoPermission, InvalidInput (empty, not a picture), Damaged, TooLarge, Unsupported.
Result<std::vector<PageImage>> readPages(const std::filesystem::path& path);

/// The first page in grey. Used for line pictures.
Result<GrayImage> readGray(const std::filesystem::path& path);

GrayImage toGray(const RgbImage& image);

/// Writes PNG, atomically.
Result<void> writePng(const std::filesystem::path& path, const GrayImage& image);
Result<void> writePng(const std::filesystem::path& path, const RgbImage& image);

} // namespace longhand::imaging
