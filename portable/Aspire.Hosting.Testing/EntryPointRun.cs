using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// Runs the entry point of an AppHost on a thread of its own, holds it where it is about to build, and lets it go on. From
/// there the program runs as ever: it starts the application by itself, and ends when the application is stopped.
/// </summary>
sealed class EntryPointRun : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IAsyncDisposable
{
    // Several AppHosts may run in one process; each thread's events belong to its own run.
    static readonly AsyncLocal<EntryPointRun?> Current = new();

    readonly Assembly _assembly;
    readonly string[] _args;
    readonly Action<DistributedApplicationOptions, HostApplicationBuilderSettings> _configure;
    readonly TaskCompletionSource<IDistributedApplicationBuilder> _described = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<DistributedApplication> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ManualResetEventSlim _goOn = new();
    readonly List<IDisposable> _subscriptions = [];
    bool _givenUp;

    public EntryPointRun(Assembly assembly, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        _assembly = assembly;
        _args = args;
        _configure = configure;
    }

    /// <summary>Runs the program up to its build.</summary>
    public Task<IDistributedApplicationBuilder> StartAsync(CancellationToken cancellationToken)
    {
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        new Thread(Run) { IsBackground = true, Name = $"{_assembly.GetName().Name} entry point" }.Start();
        return _described.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets the program build.</summary>
    public Task<DistributedApplication> ContinueAsync(CancellationToken cancellationToken)
    {
        _goOn.Set();
        return _built.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until the program has started the application, and fails if it ended instead.</summary>
    public async Task WhenStartedAsync(CancellationToken cancellationToken)
    {
        var application = await _built.Task;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = application.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        await await Task.WhenAny(started.Task, _ended.Task).WaitAsync(cancellationToken);
        if (!started.Task.IsCompleted)
        {
            throw new InvalidOperationException("The AppHost ended before it had started the application.");
        }
    }

    /// <summary>Stops the application, if it runs, and waits for the end of the program.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_goOn.IsSet)
        {
            _givenUp = true;
            _goOn.Set();
        }

        if (_built.Task.IsCompletedSuccessfully && !_ended.Task.IsCompleted)
        {
            (await _built.Task).Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }

        await _ended.Task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _subscriptions.Clear();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        // There is one listener for all AppHosts of the process, perhaps older than this run; its events are told apart below.
        if (value.Name == "Aspire.Hosting")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value != this)
        {
            return;
        }

        switch (value.Key, value.Value)
        {
            case ("DistributedApplicationBuilderConstructing", (DistributedApplicationOptions options, HostApplicationBuilderSettings settings)):
                TestSettings.Apply(_assembly, _args, options, settings);
                _configure(options, settings);
                break;

            case ("DistributedApplicationBuilding", IDistributedApplicationBuilder builder):
                _described.TrySetResult(builder);
                _goOn.Wait();
                if (_givenUp)
                {
                    throw new OperationCanceledException("The test did not build the application.");
                }

                break;

            case ("DistributedApplicationBuilt", DistributedApplication application):
                _built.TrySetResult(application);
                break;
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    void Run()
    {
        Current.Value = this;
        try
        {
            var entryPoint = _assembly.EntryPoint ?? throw new InvalidOperationException($"{_assembly} is not a program.");
            entryPoint.Invoke(null, entryPoint.GetParameters().Length == 0 ? [] : [_args]);
            Fail(new InvalidOperationException("The AppHost ended without building an application."));
            _ended.TrySetResult();
        }
        catch (TargetInvocationException failure)
        {
            Fail(failure.InnerException!);
            _ended.TrySetException(failure.InnerException!);
        }
        catch (InvalidOperationException failure)
        {
            Fail(failure);
            _ended.TrySetException(failure);
        }
    }

    void Fail(Exception failure)
    {
        _described.TrySetException(failure);
        _built.TrySetException(failure);
    }
}
