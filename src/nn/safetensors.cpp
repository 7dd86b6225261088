#include "longhand/nn/safetensors.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "longhand/base/files.h"

namespace longhand::nn
{

namespace
{

using nlohmann::json;

constexpr std::size_t kLengthBytes = 8;

struct DType {
    const char* name;
    torch::ScalarType type;
    std::uint64_t bytes;
};
constexpr DType kDTypes[] = {
    {"F16", torch::kHalf, 2}, {"F32", torch::kFloat, 4}, {"F64", torch::kDouble, 8}, {"I64", torch::kLong, 8},
    {"U8", torch::kByte, 1}};

Error damaged(const std::string& name, const std::string& what)
{
    return {ErrorCode::Damaged, "The model " + name + " is damaged (" + what + "). Get a new copy of it."};
}

std::uint64_t littleEndian(const char* bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
}

Result<json> parseHeader(std::string_view text, const std::string& name)
{
    // The parser must not recurse on our stack for hostile nesting: an accepted header is at most four levels deep.
    bool tooDeep = false;
    const auto callback = [&tooDeep](int depth, json::parse_event_t, json&) {
        tooDeep = tooDeep || depth > 4;
        return !tooDeep;
    };
    const json header = json::parse(text, callback, false);
    if (tooDeep || !header.is_object())
        return damaged(name, "its header is not a JSON object");
    return header;
}

Result<std::map<std::string, std::string>> metadataOf(const json& header, const std::string& name)
{
    std::map<std::string, std::string> metadata;
    const auto found = header.find("__metadata__");
    if (found == header.end())
        return metadata;
    if (!found->is_object())
        return damaged(name, "its metadata is not an object");
    for (const auto& [key, value] : found->items()) {
        if (!value.is_string())
            return damaged(name, "its metadata is not text");
        metadata[key] = value.get<std::string>();
    }
    return metadata;
}

struct Entry {
    std::string key;
    const DType* dtype = nullptr;
    std::vector<int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

Result<Entry> parseEntry(const std::string& key, const json& value, std::uint64_t dataBytes, const std::string& name)
{
    const auto wrong = [&](const std::string& what) { return damaged(name, "tensor '" + key.substr(0, 80) + "': " + what); };
    if (!value.is_object() || !value.contains("dtype") || !value.contains("shape") || !value.contains("data_offsets"))
        return wrong("incomplete description");
    const json& dtype = value["dtype"];
    const json& shape = value["shape"];
    const json& offsets = value["data_offsets"];
    Entry entry;
    entry.key = key;
    if (!dtype.is_string())
        return wrong("its type is not text");
    for (const DType& candidate : kDTypes)
        if (dtype == candidate.name)
            entry.dtype = &candidate;
    if (!entry.dtype)
        return Error{ErrorCode::Unsupported, "The model " + name + " stores numbers of a type this version does not read. Update Longhand."};
    if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() || !offsets[1].is_number_unsigned())
        return wrong("bad offsets");
    entry.begin = offsets[0].get<std::uint64_t>();
    entry.end = offsets[1].get<std::uint64_t>();
    if (entry.begin > entry.end || entry.end > dataBytes)
        return wrong("its data lies outside the file");
    if (!shape.is_array() || shape.size() > 8)
        return wrong("bad shape");
    std::uint64_t elements = 1;
    for (const json& dimension : shape) {
        if (!dimension.is_number_unsigned())
            return wrong("bad shape");
        const auto size = dimension.get<std::uint64_t>();
        if (size > kMaxModelBytes || (size != 0 && elements > kMaxModelBytes / size))
            return wrong("absurd shape");
        elements *= size;
        entry.shape.push_back(static_cast<int64_t>(size));
    }
    if (elements * entry.dtype->bytes != entry.end - entry.begin)
        return wrong("shape and data differ in size");
    return entry;
}

} // namespace

Result<Safetensors> parseSafetensors(const std::string& bytes, const std::string& name)
{
    if (bytes.size() < kLengthBytes)
        return damaged(name, "it is shorter than its own header");
    const std::uint64_t headerBytes = littleEndian(bytes.data());
    if (headerBytes > kMaxHeaderBytes || headerBytes > bytes.size() - kLengthBytes)
        return damaged(name, "its header is longer than the file, or it is not a safetensors file");
    auto header = parseHeader(std::string_view(bytes).substr(kLengthBytes, headerBytes), name);
    if (!header)
        return header.error();
    auto metadata = metadataOf(*header, name);
    if (!metadata)
        return metadata.error();

    Safetensors content;
    content.metadata = std::move(*metadata);
    const std::uint64_t dataBytes = bytes.size() - kLengthBytes - headerBytes;
    const char* data = bytes.data() + kLengthBytes + headerBytes;
    std::vector<Entry> entries;
    for (const auto& [key, value] : header->items()) {
        if (key == "__metadata__")
            continue;
        auto entry = parseEntry(key, value, dataBytes, name);
        if (!entry)
            return entry.error();
        entries.push_back(std::move(*entry));
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::uint64_t covered = 0;
    for (const Entry& entry : entries) {
        if (entry.begin != covered)
            return damaged(name, "its tensors overlap or leave gaps");
        covered = entry.end;
    }
    if (covered != dataBytes)
        return damaged(name, "it is cut short or has extra bytes at its end");
    for (const Entry& entry : entries) {
        torch::Tensor tensor = torch::empty(entry.shape, entry.dtype->type);
        if (entry.end > entry.begin) // an empty tensor has no address to copy to
            std::memcpy(tensor.data_ptr(), data + entry.begin, entry.end - entry.begin);
        content.tensors.emplace(entry.key, std::move(tensor));
    }
    return content;
}

Result<Safetensors> readSafetensors(const std::filesystem::path& path)
{
    auto bytes = readFile(path, kMaxModelBytes);
    if (!bytes)
        return bytes.error();
    return parseSafetensors(*bytes, quoted(path));
}

Result<std::map<std::string, std::string>> readSafetensorsMetadata(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    char length[kLengthBytes];
    if (!file.read(length, kLengthBytes)) {
        // Let the one place that words system errors say why.
        auto bytes = readFile(path, kMaxModelBytes);
        return bytes ? damaged(quoted(path), "it is shorter than its own header") : bytes.error();
    }
    const std::uint64_t headerBytes = littleEndian(length);
    if (headerBytes > kMaxHeaderBytes)
        return damaged(quoted(path), "its header is too long, or it is not a safetensors file");
    std::string text(headerBytes, '\0');
    if (!file.read(text.data(), static_cast<std::streamsize>(headerBytes)))
        return damaged(quoted(path), "its header is longer than the file, or it is not a safetensors file");
    auto header = parseHeader(text, quoted(path));
    if (!header)
        return header.error();
    return metadataOf(*header, quoted(path));
}

Result<void> writeSafetensors(const std::filesystem::path& path, const Safetensors& content)
{
    json header = json::object();
    header["__metadata__"] = content.metadata;
    std::string data;
    for (const auto& [key, tensor] : content.tensors) {
        const auto dtype = std::find_if(std::begin(kDTypes), std::end(kDTypes),
                                        [&](const DType& d) { return d.type == tensor.scalar_type(); });
        if (dtype == std::end(kDTypes))
            return Error{ErrorCode::Internal, "Tensor '" + key + "' has a type that model files do not store."};
        const torch::Tensor flat = tensor.detach().cpu().contiguous();
        const std::size_t begin = data.size();
        data.append(static_cast<const char*>(flat.data_ptr()), static_cast<std::size_t>(flat.nbytes()));
        header[key] = {{"dtype", dtype->name}, {"shape", flat.sizes().vec()}, {"data_offsets", {begin, data.size()}}};
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' '); // data begins on an 8-byte boundary
    std::string bytes(kLengthBytes, '\0');
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        bytes[i] = static_cast<char>(text.size() >> (8 * i) & 0xFF);
    return writeFileAtomically(path, bytes + text + data);
}

} // namespace longhand::nn
