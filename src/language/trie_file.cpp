// The file: a header of fixed size, the description, the characters, the code books, then order by order the symbols,
// probabilities, back-off weights and numbers of children of its n-grams. Numbers are little-endian.
#include "trie.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <set>

#include "longhand/base/files.h"

namespace longhand::language
{

namespace
{

constexpr std::string_view kMagic = "LHNGRAMS";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kChecksumAt = 12;
constexpr std::size_t kHeaderBytes = kChecksumAt + 8 + 3 * 4 + kMaxOrder * 4;

constexpr std::size_t kMaxCharacters = 254;
constexpr std::size_t kBookBytes = 256 * 4;

/// FNV-1a: only to notice damage.
std::uint64_t checksum(std::string_view bytes)
{
    std::uint64_t state = 0xcbf29ce484222325u;
    for (const char byte : bytes)
        state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    return state;
}

class Writer
{
public:
    template <class Number>
    void number(Number value)
    {
        for (std::size_t i = 0; i < sizeof value; ++i)
            m_bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    }
    void text(std::string_view bytes) { m_bytes += bytes; }
    void codes(const std::vector<std::uint8_t>& codes) { m_bytes.append(codes.begin(), codes.end()); }
    void book(const CodeBook& book)
    {
        for (const float value : book)
            number(std::bit_cast<std::uint32_t>(value));
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Reads on from the front; the caller has made sure that enough is left.
class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}

    std::string_view text(std::size_t count)
    {
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }
    template <class Number>
    Number number()
    {
        Number value = 0;
        const std::string_view bytes = text(sizeof value);
        for (std::size_t i = 0; i < sizeof value; ++i)
            value |= static_cast<Number>(static_cast<unsigned char>(bytes[i])) << (8 * i);
        return value;
    }
    std::vector<std::uint8_t> codes(std::size_t count)
    {
        const std::string_view bytes = text(count);
        return {bytes.begin(), bytes.end()};
    }
    CodeBook book()
    {
        CodeBook book;
        for (float& value : book)
            value = std::bit_cast<float>(number<std::uint32_t>());
        return book;
    }

private:
    std::string_view m_rest;
};

struct Header {
    std::uint32_t order = 0;
    std::uint32_t characters = 0;
    std::uint32_t descriptionBytes = 0;
    std::array<std::uint32_t, kMaxOrder> ngrams{};
};

std::uint64_t fileBytes(const Header& header)
{
    std::uint64_t bytes = overheadBytes(header.characters, header.descriptionBytes, static_cast<int>(header.order));
    for (std::uint32_t k = 0; k < header.order; ++k)
        bytes += std::uint64_t{header.ngrams[k]} * ngramBytes(k + 1 == header.order);
    return bytes;
}

bool isCharacter(std::uint32_t c)
{
    return c >= 0x20 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

/// Log-probabilities and log back-off weights. A probability of 1 may have been rounded up a little.
bool isPlausible(const CodeBook& book, float least, float most)
{
    return std::all_of(book.begin(), book.end(), [&](float value) { return value >= least && value <= most; });
}

} // namespace

std::size_t overheadBytes(std::size_t characters, std::size_t descriptionBytes, int order)
{
    return kHeaderBytes + descriptionBytes + 4 * characters + (2 * static_cast<std::size_t>(order) - 1) * kBookBytes;
}

std::size_t ngramBytes(bool isHighestOrder)
{
    return isHighestOrder ? 2 : 4;
}

std::string toBytes(const Trie& trie)
{
    Writer body;
    body.number(static_cast<std::uint32_t>(trie.levels.size()));
    body.number(static_cast<std::uint32_t>(trie.characters.size()));
    body.number(static_cast<std::uint32_t>(trie.description.size()));
    for (std::size_t k = 0; k < kMaxOrder; ++k)
        body.number(static_cast<std::uint32_t>(k < trie.levels.size() ? trie.levels[k].symbols.size() : 0));
    body.text(trie.description);
    for (const char32_t c : trie.characters)
        body.number(static_cast<std::uint32_t>(c));
    for (const Level& level : trie.levels) {
        body.book(level.probabilityBook);
        if (&level != &trie.levels.back())
            body.book(level.backoffBook);
    }
    for (const Level& level : trie.levels) {
        body.codes(level.symbols);
        body.codes(level.probabilities);
        body.codes(level.backoffs);
        for (std::size_t i = 1; i < level.firstChild.size(); ++i)
            body.number(static_cast<std::uint8_t>(level.firstChild[i] - level.firstChild[i - 1]));
    }
    const std::string content = body.take();
    Writer file;
    file.text(kMagic);
    file.number(kVersion);
    file.number(checksum(content));
    file.text(content);
    return file.take();
}

Result<Trie> trieFromBytes(std::string_view bytes, const std::string& name)
{
    const auto damaged = [&](const std::string& what) {
        return Error{ErrorCode::Damaged, "The language model " + name + " is damaged (" + what +
                                             "). Get a new copy of it or build it again."};
    };
    if (!bytes.starts_with(kMagic))
        return Error{ErrorCode::Unsupported,
                     "The file " + name +
                         " is not a language model of Longhand. Choose one made by 'longhand lm "
                         "build'."};
    if (bytes.size() < kHeaderBytes)
        return damaged("it is shorter than its own header");
    Reader reader(bytes.substr(kMagic.size()));
    if (const auto version = reader.number<std::uint32_t>(); version != kVersion)
        return Error{ErrorCode::Unsupported, "The language model " + name + " has format version " +
                                                 std::to_string(version) + ", but this Longhand reads version " +
                                                 std::to_string(kVersion) +
                                                 ". Update Longhand or build the model again."};
    if (reader.number<std::uint64_t>() != checksum(bytes.substr(kChecksumAt + 8)))
        return damaged("its checksum differs");

    Header header;
    header.order = reader.number<std::uint32_t>();
    header.characters = reader.number<std::uint32_t>();
    header.descriptionBytes = reader.number<std::uint32_t>();
    for (std::uint32_t& count : header.ngrams)
        count = reader.number<std::uint32_t>();
    if (header.order < 1 || header.order > kMaxOrder)
        return damaged("its order is " + std::to_string(header.order));
    if (header.characters < 1 || header.characters > kMaxCharacters || header.descriptionBytes > kMaxDescriptionBytes)
        return damaged("its header holds absurd sizes");
    if (header.ngrams[0] != header.characters + 1)
        return damaged("its characters and single n-grams differ in number");
    if (fileBytes(header) != bytes.size())
        return damaged("its size is not the one its header tells");

    Trie trie;
    trie.description = reader.text(header.descriptionBytes);
    std::set<char32_t> seen;
    for (std::uint32_t i = 0; i < header.characters; ++i) {
        const auto c = reader.number<std::uint32_t>();
        if (!isCharacter(c) || !seen.insert(c).second)
            return damaged("its characters are not characters, or repeated");
        trie.characters += static_cast<char32_t>(c);
    }
    trie.levels.resize(header.order);
    for (Level& level : trie.levels) {
        level.probabilityBook = reader.book();
        if (!isPlausible(level.probabilityBook, -200.0F, 0.01F))
            return damaged("a probability is none");
        if (&level == &trie.levels.back())
            break;
        level.backoffBook = reader.book();
        if (!isPlausible(level.backoffBook, -200.0F, 50.0F))
            return damaged("a back-off weight is none");
    }
    std::vector<std::uint32_t> groups; // where the groups of siblings begin, and where the last one ends
    for (std::uint32_t k = 0; k < header.order; ++k) {
        Level& level = trie.levels[k];
        const std::uint32_t count = header.ngrams[k];
        level.symbols = reader.codes(count);
        level.probabilities = reader.codes(count);
        groups = k == 0 ? std::vector<std::uint32_t>{0, count} : trie.levels[k - 1].firstChild;
        for (std::size_t g = 1; g < groups.size(); ++g)
            for (std::uint32_t i = groups[g - 1]; i < groups[g]; ++i)
                if (level.symbols[i] > header.characters ||
                    (i > groups[g - 1] && level.symbols[i] <= level.symbols[i - 1]))
                    return damaged("its n-grams are out of order");
        if (k + 1 == header.order)
            break;
        level.backoffs = reader.codes(count);
        level.firstChild.reserve(count + 1);
        std::uint64_t children = 0;
        level.firstChild.push_back(0);
        for (const std::uint8_t more : reader.codes(count)) {
            children += more;
            level.firstChild.push_back(static_cast<std::uint32_t>(children));
        }
        if (children != header.ngrams[k + 1])
            return damaged("its n-grams do not add up");
    }
    return trie;
}

} // namespace longhand::language
