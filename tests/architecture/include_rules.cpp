#include "include_rules.h"

#include <cctype>
#include <fstream>
#include <optional>
#include <regex>
#include <sstream>

namespace longhand::architecture
{

namespace fs = std::filesystem;

namespace
{

enum class Library { Torch, OpenCv, Json, Cli11, Pdf, Zip, Fonts, Spelling, Qt, QtWidgets };

/// What a layer may see of third-party libraries: in its own sources, and in headers that other layers include.
struct Visibility {
    std::set<Library> sources;
    std::set<Library> publicHeaders;
};

const std::map<std::string, Visibility>& visibilities()
{
    using enum Library;
    static const std::map<std::string, Visibility> table = {
        {"base", {}},
        {"text", {}},
        {"nn", {{Torch, Json}, {Torch, Json}}},
        {"language", {}},
        {"recognition", {{Torch, Json}, {}}},
        {"training", {{Torch, Json}, {}}},
        {"imaging", {{OpenCv}, {}}},
        {"synthesis", {{OpenCv, Fonts}, {}}},
        {"formats", {{Json, Pdf, Zip, Qt}, {}}},
        {"feedback", {{Json, Qt}, {}}},
        {"app", {{Json, Qt, Spelling}, {Qt}}},
        {"ui", {{Qt, QtWidgets}, {Qt, QtWidgets}}},
        {"cli", {{Cli11, Json, Qt}, {}}},
        {"apps/longhand", {{Qt, QtWidgets}, {}}},
        {"apps/longhand-train", {{Json}, {}}},
    };
    return table;
}

std::string nameOf(Library library)
{
    switch (library) {
    case Library::Torch:
        return "LibTorch";
    case Library::OpenCv:
        return "OpenCV";
    case Library::Json:
        return "nlohmann/json";
    case Library::Cli11:
        return "CLI11";
    case Library::Pdf:
        return "libharu";
    case Library::Zip:
        return "libzip";
    case Library::Fonts:
        return "FreeType or HarfBuzz";
    case Library::Spelling:
        return "Hunspell";
    case Library::Qt:
        return "Qt";
    case Library::QtWidgets:
        return "Qt Widgets";
    }
    return {};
}

std::optional<Library> libraryOf(const std::string& header, const fs::path& qtWidgetsHeaders)
{
    const auto begins = [&](std::string_view prefix) { return header.starts_with(prefix); };
    if (begins("torch/") || begins("ATen/") || begins("c10/"))
        return Library::Torch;
    if (begins("opencv2/"))
        return Library::OpenCv;
    if (begins("nlohmann/"))
        return Library::Json;
    if (begins("CLI/"))
        return Library::Cli11;
    if (begins("hpdf"))
        return Library::Pdf;
    if (begins("ft2build") || begins("freetype/") || begins("hb"))
        return Library::Fonts;
    if (begins("hunspell"))
        return Library::Spelling;
    if (header == "zip.h")
        return Library::Zip;
    if (begins("QtWidgets") || begins("QtCharts") || begins("QtPdfWidgets") || begins("QtSvgWidgets"))
        return Library::QtWidgets;
    if (header.size() > 1 && header[0] == 'Q' && std::isupper(static_cast<unsigned char>(header[1])))
        return fs::exists(qtWidgetsHeaders / header) ? Library::QtWidgets : Library::Qt;
    if (begins("Qt") || (begins("q") && header.ends_with(".h")))
        return Library::Qt;
    return std::nullopt;
}

/// A source file and whose it is.
struct Source {
    fs::path path;
    std::string owner; ///< a layer, or "apps/<program>"
    bool isPublicHeader = false;
};

bool isSource(const fs::path& path)
{
    const auto suffix = path.extension();
    return suffix == ".h" || suffix == ".cpp";
}

void collect(const fs::path& folder, const std::string& owner, bool isPublicHeader, std::vector<Source>& sources)
{
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && isSource(entry.path()))
            sources.push_back({entry.path(), owner, isPublicHeader});
}

void collectFolders(const fs::path& parent, const std::string& prefix, bool isPublicHeader,
                    std::vector<Source>& sources)
{
    if (!fs::exists(parent))
        return;
    for (const auto& entry : fs::directory_iterator(parent)) {
        const auto name = entry.path().filename().string();
        if (!isPublicHeader && prefix.empty() && name == "apps")
            collectFolders(entry.path(), "apps/", false, sources);
        else if (entry.is_directory())
            collect(entry.path(), prefix + name, isPublicHeader, sources);
    }
}

std::set<std::string> layersFor(const std::string& owner, const Arrows& arrows)
{
    std::set<std::string> allowed;
    if (owner == "apps/longhand-train") {
        allowed = {"base", "text", "nn", "training"};
    } else if (owner.starts_with("apps/")) {
        for (const auto& [layer, uses] : arrows)
            allowed.insert(layer);
    } else {
        allowed = arrows.at(owner);
        allowed.insert(owner);
    }
    return allowed;
}

class Checker
{
public:
    Checker(fs::path root, const Arrows& arrows, fs::path qtWidgetsHeaders)
        : m_root(std::move(root)), m_arrows(arrows), m_qtWidgetsHeaders(std::move(qtWidgetsHeaders))
    {
    }

    void check(const Source& source)
    {
        m_file = fs::relative(source.path, m_root).generic_string();
        m_lineNumber = 0;
        const bool isLayer = m_arrows.contains(source.owner);
        if (!isLayer && !source.owner.starts_with("apps/")) {
            report("the folder '" + source.owner + "' is no layer of cmake/LonghandLayers.cmake");
            return;
        }
        static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"].*)");
        std::ifstream stream(source.path);
        std::string line;
        std::smatch match;
        while (std::getline(stream, line)) {
            ++m_lineNumber;
            if (std::regex_match(line, match, include))
                checkInclude(source, match[1].str());
        }
    }

    std::vector<Violation> take() { return std::move(m_violations); }

private:
    void report(std::string what) { m_violations.push_back({m_file, m_lineNumber, std::move(what)}); }

    void checkInclude(const Source& source, const std::string& header)
    {
        if (header.starts_with("longhand/")) {
            const auto layer = header.substr(9, header.find('/', 9) - 9);
            if (!layersFor(source.owner, m_arrows).contains(layer))
                report(source.owner + " may not use " + layer + ", but includes " + header);
            return;
        }
        // Sources name their layer's private headers by their path below src/.
        const auto folder = header.substr(0, header.find('/'));
        if (m_arrows.contains(folder) && folder != source.owner && fs::exists(m_root / "src" / header)) {
            report(source.owner + " includes " + header + ", a private header of " + folder);
            return;
        }
        const auto library = libraryOf(header, m_qtWidgetsHeaders);
        if (!library)
            return;
        const auto found = visibilities().find(source.owner);
        const auto& seen = found == visibilities().end() ? Visibility{} : found->second;
        if (!(source.isPublicHeader ? seen.publicHeaders : seen.sources).contains(*library))
            report(source.owner + (source.isPublicHeader ? "'s public headers" : "") + " may not see " +
                   nameOf(*library) + ", but includes " + header);
    }

    fs::path m_root;
    const Arrows& m_arrows;
    fs::path m_qtWidgetsHeaders;
    std::string m_file;
    int m_lineNumber = 0;
    std::vector<Violation> m_violations;
};

} // namespace

Arrows readArrows(const fs::path& layersFile)
{
    static const std::regex arrow(R"(^set\(LONGHAND_MAY_USE_(\w+)([^)]*)\).*)");
    Arrows arrows;
    std::ifstream stream(layersFile);
    std::string line;
    std::smatch match;
    while (std::getline(stream, line)) {
        if (!std::regex_match(line, match, arrow))
            continue;
        auto& used = arrows[match[1].str()];
        std::istringstream names(match[2].str());
        for (std::string name; names >> name;)
            used.insert(name);
    }
    return arrows;
}

std::vector<Violation> findViolations(const fs::path& root, const Arrows& arrows, const fs::path& qtWidgetsHeaders)
{
    std::vector<Source> sources;
    collectFolders(root / "include" / "longhand", "", true, sources);
    collectFolders(root / "src", "", false, sources);
    Checker checker(root, arrows, qtWidgetsHeaders);
    for (const auto& source : sources)
        checker.check(source);
    return checker.take();
}

} // namespace longhand::architecture
