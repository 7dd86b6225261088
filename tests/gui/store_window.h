#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "learning_places.h"
#include "longhand/app/feedback_service.h"
#include "longhand/feedback/feedback_store.h"
#include "window_test.h"

namespace longhand::test
{

/// The window with a store of its own.
class StoreWindow : public WindowTest
{
protected:
    StoreWindow() { startAgain(); }
    ~StoreWindow() override { window.reset(); } // before the service

    /// With a window that knows nothing of the one before, as on the next day. `learning`: with the trainer, too.
    void startAgain(const app::LearningPlaces* learning = nullptr)
    {
        window.reset();
        transcription.waiting.clear();
        ui::Services services{transcription, loader, writer, prompts, settings, QString()};
        services.feedback = &feedback;
        services.learning = learning;
        window = std::make_unique<ui::MainWindow>(services);
        window->resize(1280, 800);
        window->show();
    }
    /// What is on the disk, oldest first; why it cannot be read while the service is just making the file.
    std::vector<std::string> stored()
    {
        std::vector<std::string> texts;
        auto store = feedback::FeedbackStore::open(database);
        if (!store)
            return {store.error().detail};
        const auto lines = (*store)->lines();
        if (!lines)
            return {lines.error().detail};
        for (const auto& line : *lines)
            texts.push_back(line.humanText);
        return texts;
    }
    bool waitUntilStored(const std::vector<std::string>& texts)
    {
        return QTest::qWaitFor([&] { return stored() == texts; }, kWaitMs);
    }

    std::filesystem::path database = folder / "feedback.sqlite";
    app::FeedbackService feedback{database};
};

} // namespace longhand::test
