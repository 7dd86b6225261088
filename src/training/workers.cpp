#include "workers.h"

#include <torch/torch.h>

#include <algorithm>
#include <exception>
#include <string>

namespace longhand::training
{

Workers::Workers(int count) : m_start(std::max(1, count)), m_finish(std::max(1, count))
{
    at::set_num_threads(1);
    for (std::size_t i = 1; i < static_cast<std::size_t>(std::max(1, count)); ++i)
        m_threads.emplace_back([this, i](const std::stop_token& stop) {
            at::set_num_threads(1);
            while (true) {
                m_start.arrive_and_wait();
                if (stop.stop_requested())
                    return;
                m_work(i);
                m_finish.arrive_and_wait();
            }
        });
}

Workers::~Workers()
{
    for (auto& thread : m_threads)
        thread.request_stop();
    m_start.arrive_and_wait();
}

Result<void> Workers::run(const std::function<void(std::size_t)>& work)
{
    std::vector<std::string> errors(count());
    m_work = [&](std::size_t i) {
        try {
            work(i);
        } catch (const std::exception& e) {
            errors[i] = e.what();
        }
    };
    m_start.arrive_and_wait();
    m_work(0);
    m_finish.arrive_and_wait();
    for (const std::string& error : errors)
        if (!error.empty())
            return Error{ErrorCode::Internal, "The training step failed: " + error};
    return {};
}

} // namespace longhand::training
