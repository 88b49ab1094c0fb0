using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Modules in another type or on another device: in the exact engine both are given, Float32 on the CPU.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>The module, whose parameters are of Float32 already.</summary>
    /// <exception cref="ArgumentException">The type is not of floating point.</exception>
    /// <exception cref="NotSupportedException">The type is not Float32, or a parameter or buffer would have to be converted.</exception>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        if (type is not (ScalarType.Float32 or ScalarType.Float64 or ScalarType.Float16 or ScalarType.BFloat16))
        {
            throw new ArgumentException($"to: modules are converted to types of floating point, not to {type}.", nameof(type));
        }

        var other = module.state_dict().FirstOrDefault(entry => ElementType.IsFloating(entry.Value.dtype) && entry.Value.dtype != type);
        return other.Value is null
            ? module
            : throw new NotSupportedException(
                $"to: '{other.Key}' is {other.Value.dtype} and would become {type}; the exact engine trains modules of Float32 and "
                + "converts none.");
    }

    /// <summary>The module, if the device is the CPU, where it is.</summary>
    /// <exception cref="NotSupportedException">The device is another one.</exception>
    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(device);
        Device.RequireCpu(device);
        return module;
    }

    /// <summary>The module, if the device is the CPU, where it is.</summary>
    /// <exception cref="NotSupportedException">The device is another one.</exception>
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : nn.Module => module.to(new Device(device), non_blocking);

    /// <summary>The module, if the device is the CPU, where it is.</summary>
    /// <exception cref="NotSupportedException">The device is another one.</exception>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module => module.to(new Device(deviceType, deviceIndex), non_blocking);

    /// <summary>The module, if the other tensor's device and type are its own: the CPU and Float32.</summary>
    /// <exception cref="ArgumentException">The type is not of floating point.</exception>
    /// <exception cref="NotSupportedException">The type is another one.</exception>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(other);
        return module.to(other.device, other.dtype, non_blocking);
    }

    /// <summary>The module, if the device is the CPU and the type Float32.</summary>
    /// <exception cref="ArgumentException">The type is not of floating point.</exception>
    /// <exception cref="NotSupportedException">The device or the type is another one.</exception>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : nn.Module => module.to(device, non_blocking).to(type, non_blocking);

    /// <summary>The module on the CPU, where it is.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(CPU, non_blocking);
}
