#include "app/model_slots.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "app/model_card.h"
#include "longhand/base/files.h"

namespace longhand::app
{

namespace
{

using nlohmann::json;

constexpr int kVersion = 1;

json toJson(const SlotChoice& choice)
{
    return {{"id", choice.id}, {"sha256", choice.checksum}};
}

/// An id names a folder below the library's, and nothing else.
SlotChoice choiceOf(const json& from)
{
    SlotChoice choice{from.at("id").get<std::string>(), from.at("sha256").get<std::string>()};
    const bool isFolderName = choice.id.find('/') == std::string::npos && !choice.id.starts_with('.');
    return isFolderName ? choice : SlotChoice();
}

} // namespace

Result<Slots> readSlots(const std::filesystem::path& file)
try {
    const auto object = readJsonObject(file);
    if (!object)
        return object.error().code == ErrorCode::NotFound ? Result<Slots>(Slots()) : object.error();
    Slots slots;
    for (const auto& [writer, from] : object->at("slots").items()) {
        Slot& slot = slots[writer];
        slot.current = choiceOf(from.at("current"));
        for (const json& earlier : from.at("before"))
            slot.before.push_back(choiceOf(earlier));
    }
    return slots;
} catch (const json::exception&) {
    return Error{ErrorCode::Damaged, "The file " + quoted(file) + " is damaged. Choose anew which model reads."};
}

Result<void> writeSlots(const std::filesystem::path& file, const Slots& slots)
{
    json object = {{"version", kVersion}, {"slots", json::object()}};
    for (const auto& [writer, slot] : slots) {
        json before = json::array();
        for (const SlotChoice& earlier : slot.before)
            before.push_back(toJson(earlier));
        object["slots"][writer] = {{"current", toJson(slot.current)}, {"before", std::move(before)}};
    }
    return writeFileAtomically(file, object.dump(2, ' ', false, json::error_handler_t::replace) + '\n');
}

} // namespace longhand::app
