#include "longhand/nn/blas.h"

#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <gmock/gmock.h>
#include <torch/torch.h>
#include <unistd.h>

using namespace longhand::nn;

namespace
{

/// OpenBLAS reads its environment when it is loaded, so the test runs itself again with the variables set.
int runAgainWithEnvironment(const std::string& filter)
{
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
    const std::string command = "OPENBLAS_NUM_THREADS=2 OMP_NUM_THREADS=2 GOTO_NUM_THREADS=2 LONGHAND_BLAS_CHILD=1 '" +
                                self + "' --gtest_filter=" + filter + " >/dev/null";
    return std::system(command.c_str());
}

} // namespace

TEST(Blas, IsHeldToOneThreadWhateverTheEnvironmentSays)
{
    if (std::getenv("LONGHAND_BLAS_CHILD") == nullptr) {
        if (blasThreads() == 0)
            GTEST_SKIP() << "LibTorch's BLAS is not OpenBLAS here.";
        EXPECT_EQ(runAgainWithEnvironment("Blas.IsHeldToOneThreadWhateverTheEnvironmentSays"), 0);
        return;
    }
    if (sysconf(_SC_NPROCESSORS_ONLN) > 1)
        ASSERT_EQ(blasThreads(), 2) << "the environment was not obeyed, so the test would prove nothing";
    configureBlas();
    EXPECT_EQ(blasThreads(), 1);
}

TEST(Blas, MultipliesRightWithTheKernelsChosen)
{
    configureBlas();
    torch::manual_seed(1);
    const auto a = torch::randn({67, 311}), b = torch::randn({311, 129});
    const auto exact = a.to(torch::kDouble).matmul(b.to(torch::kDouble));
    EXPECT_LT((a.matmul(b).to(torch::kDouble) - exact).abs().max().item<double>(), 1e-3);
}

TEST(Blas, KeepsAsManyCompiledConvolutionsAsAskedFor)
{
    auto* capacity = reinterpret_cast<int (*)(int*)>(::dlsym(RTLD_DEFAULT, "dnnl_get_primitive_cache_capacity"));
    if (!capacity)
        GTEST_SKIP() << "oneDNN is hidden in LibTorch here.";
    int kept = 0;
    keepCompiledConvolutions(77);
    ASSERT_EQ(capacity(&kept), 0);
    EXPECT_EQ(kept, 77);
}
