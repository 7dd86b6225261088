#pragma once

#include <barrier>
#include <functional>
#include <stop_token>
#include <thread>
#include <vector>

#include "longhand/base/result.h"

namespace longhand::training
{

/// Runs the same function on every replica at once: index 0 on the calling thread, the others on threads of their own
/// that live as long as this (LibTorch and oneDNN keep caches per thread). Each uses one thread for its operations.
class Workers
{
public:
    explicit Workers(int count);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    [[nodiscard]] std::size_t count() const { return m_threads.size() + 1; }
    /// The first error of any worker is returned; nothing is thrown across threads.
    Result<void> run(const std::function<void(std::size_t)>& work);

private:
    std::barrier<> m_start, m_finish;
    std::function<void(std::size_t)> m_work;
    std::vector<std::jthread> m_threads;
};

} // namespace longhand::training
