#include "longhand/nn/processor.h"

namespace longhand::nn
{

bool processorHasBfloat16()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

bool processorHasAmx()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("amx-bf16");
#else
    return false;
#endif
}

} // namespace longhand::nn
