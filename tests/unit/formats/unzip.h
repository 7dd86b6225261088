#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <zip.h>

namespace longhand::formats::test
{

struct Entry {
    std::string name;
    std::string bytes;
    bool stored = false;
};

inline std::vector<Entry> unzip(const std::string& bytes)
{
    std::vector<Entry> entries;
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    EXPECT_NE(archive, nullptr);
    if (!archive)
        return entries;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t status;
        zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &status);
        Entry entry{status.name, std::string(status.size, '\0'), status.comp_method == ZIP_CM_STORE};
        zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        EXPECT_EQ(zip_fread(file, entry.bytes.data(), entry.bytes.size()),
                  static_cast<zip_int64_t>(entry.bytes.size()));
        zip_fclose(file);
        entries.push_back(std::move(entry));
    }
    zip_discard(archive);
    return entries;
}

inline std::string entryNamed(const std::vector<Entry>& entries, const std::string& name)
{
    for (const Entry& entry : entries)
        if (entry.name == name)
            return entry.bytes;
    ADD_FAILURE() << "no " << name;
    return {};
}

} // namespace longhand::formats::test
