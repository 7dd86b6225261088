#include "cli/figures.h"

#include <array>
#include <charconv>

#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace longhand::cli
{

namespace
{

constexpr std::size_t kNameWidth = 18;

} // namespace

std::string decimal(double value)
{
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 2);
    return {digits.data(), end.ptr};
}

std::string percent(double share)
{
    return decimal(share * 100) + " %";
}

std::string figureRow(const std::string& name, const std::string& value)
{
    return name + std::string(name.size() < kNameWidth ? kNameWidth - name.size() : 1, ' ') + value + '\n';
}

int printResult(const std::string& text, int exitCode)
{
    if (const auto printed = writeToStdout(text); !printed) {
        say(printed.error().detail);
        return kSomeFailed;
    }
    return exitCode;
}

} // namespace longhand::cli
