#include "sample_files.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace longhand::test
{

namespace
{

/// Joined-up waves, about as high as the writing of a person.
void drawLine(cv::Mat& picture, int left, int right, int baseline)
{
    constexpr int kXHeight = 14;
    std::vector<cv::Point> wave;
    for (int x = left; x < right; ++x) {
        const bool isGap = (x - left) % 120 > 100;
        if (isGap) {
            cv::polylines(picture, wave, false, cv::Scalar::all(30), 3, cv::LINE_AA);
            wave.clear();
            continue;
        }
        const double tall = (x - left) % 90 < 18 ? 2 : 1;
        wave.emplace_back(x, baseline - static_cast<int>(kXHeight * tall * std::abs(std::sin(x * 0.19))));
    }
    cv::polylines(picture, wave, false, cv::Scalar::all(30), 3, cv::LINE_AA);
}

cv::Mat page()
{
    cv::Mat picture(700, 560, CV_8UC3, cv::Scalar::all(250));
    for (int baseline = 120; baseline < 600; baseline += 80)
        drawLine(picture, 70, 490, baseline);
    return picture;
}

void save(const std::filesystem::path& file, const cv::Mat& picture)
{
    std::filesystem::create_directories(file.parent_path());
    if (!cv::imwrite(file.string(), picture))
        throw std::runtime_error("cannot write " + file.string());
}

void append(std::string& bytes, std::uint32_t bigEndian)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(bigEndian >> shift & 0xFF);
}

std::uint32_t crc32(const std::string& bytes)
{
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

void appendChunk(std::string& png, const std::string& typeAndData)
{
    append(png, static_cast<std::uint32_t>(typeAndData.size() - 4));
    png += typeAndData;
    append(png, crc32(typeAndData));
}

} // namespace

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& file, const std::string& bytes)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary);
    if (!(stream << bytes).flush())
        throw std::runtime_error("cannot write " + file.string());
}

void writePage(const std::filesystem::path& file)
{
    save(file, page());
}

void writePages(const std::filesystem::path& file, int pages)
{
    std::filesystem::create_directories(file.parent_path());
    if (!cv::imwritemulti(file.string(), std::vector<cv::Mat>(static_cast<std::size_t>(pages), page())))
        throw std::runtime_error("cannot write " + file.string());
}

void writeLine(const std::filesystem::path& file)
{
    cv::Mat picture(64, 500, CV_8UC1, cv::Scalar::all(250));
    drawLine(picture, 20, 480, 46);
    save(file, picture);
}

void writePlain(const std::filesystem::path& file, int widthPx, int heightPx, std::uint8_t grey)
{
    save(file, cv::Mat(heightPx, widthPx, CV_8UC1, cv::Scalar::all(grey)));
}

std::string pngHeader(std::uint32_t widthPx, std::uint32_t heightPx)
{
    std::string png = "\x89PNG\r\n\x1a\n";
    std::string header = "IHDR";
    append(header, widthPx);
    append(header, heightPx);
    header += std::string("\x08\x00\x00\x00\x00", 5); // 8 bit, grey
    appendChunk(png, header);
    appendChunk(png, "IDAT");
    appendChunk(png, "IEND");
    return png;
}

std::vector<std::string> filesBelow(const std::filesystem::path& folder)
{
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.push_back(entry.path().lexically_relative(folder).string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace longhand::test
