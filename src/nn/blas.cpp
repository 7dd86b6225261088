#include "longhand/nn/blas.h"

#include <cstdlib>
#include <dlfcn.h>
#include <mutex>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace longhand::nn
{

namespace
{

// LibTorch may be built on another BLAS (the official builds use MKL), so nothing here is linked: it is looked up.
template <class Function>
Function* lookUp(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_DEFAULT, name));
}

constexpr const char *kCapacityVariable = "ONEDNN_PRIMITIVE_CACHE_CAPACITY", *kUsualCapacity = "32";

bool cpuHasAvx512()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
#else
    return false;
#endif
}

void useAvx512Kernels()
{
    auto* quit = lookUp<void()>("gotoblas_dynamic_quit");
    auto* init = lookUp<void()>("gotoblas_dynamic_init");
    const std::string core = blasCore();
    // OpenBLAS 0.3.21 takes processors newer than itself for a Haswell or Zen.
    if (!quit || !init || !cpuHasAvx512() || (core != "Haswell" && core != "Zen"))
        return;
    ::setenv("OPENBLAS_CORETYPE", "SkylakeX", 1);
    quit();
    init();
}

/// glibc gives a thread's freed memory back to the system at once and gets it cleared for the next tensor: a quarter of
/// the time in which page after page is read.
void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int kMegabyte = 1 << 20;
    ::mallopt(M_MMAP_THRESHOLD, 32 * kMegabyte);
    ::mallopt(M_TRIM_THRESHOLD, 256 * kMegabyte);
    ::mallopt(M_TOP_PAD, 64 * kMegabyte);
#endif
}

} // namespace

void configureBlas()
{
    static std::once_flag once;
    std::call_once(once, [] {
        // oneDNN keeps a compiled convolution for every width of line it has met, 1024 of them; a long evaluation grew
        // to 1.5 GB by that, and stays below 0.7 GB with 32 at the same speed. A user's own setting is kept.
        ::setenv(kCapacityVariable, kUsualCapacity, 0);
        keepFreedMemory();
        useAvx512Kernels();
        if (auto* setThreads = lookUp<void(int)>("openblas_set_num_threads"))
            setThreads(1);
    });
}

void keepCompiledConvolutions(int count)
{
    configureBlas();
    const char* capacity = ::getenv(kCapacityVariable);
    const bool isSetByUser = capacity && std::string(capacity) != kUsualCapacity;
    if (isSetByUser)
        return;
    if (auto* setCapacity = lookUp<int(int)>("dnnl_set_primitive_cache_capacity"))
        setCapacity(count);
}

int blasThreads()
{
    auto* threads = lookUp<int()>("openblas_get_num_threads");
    return threads ? threads() : 0;
}

std::string blasCore()
{
    auto* core = lookUp<char*()>("openblas_get_corename");
    return core ? core() : "";
}

} // namespace longhand::nn
