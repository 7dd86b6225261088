#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace longhand
{

enum class ErrorCode {
    InvalidInput, ///< the file or value given cannot be used; the remedy is a different input
    NotFound,
    NoPermission,
    Damaged,     ///< truncated or corrupt
    Unsupported, ///< understood, but not something this version reads
    TooLarge,
    DiskFull,
    Io, ///< any other failure of the file system
    Stopped,
    Internal
};

/// An expected failure. `detail` is one sentence a user can act on: it names the file and the remedy.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
};

/// Either a value or an Error. Both constructors are implicit so that functions can simply return either.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace longhand
